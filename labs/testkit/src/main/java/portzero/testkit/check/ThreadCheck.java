package portzero.testkit.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import portzero.testkit.await.Await;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.net.TestNetwork;
import portzero.testkit.subject.Observation;
import portzero.testkit.subject.ProgramThread;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.Step;
import portzero.testkit.trace.UnmetExpectationError;

/** Counts the threads of the subject's program, waits until there are few enough, and names those that are left. */
public final class ThreadCheck {

    private static final long LOOK_AGAIN = 1_000_000; // nanoseconds; the JVM has no event for “a thread has ended”
    private static final int MOST_TOLD = 3;

    /**
     * Threads that nobody need own up to: those that the JDK starts for everybody while a program runs (the common pool, the
     * group of asynchronous channels, a timer for delays, carriers of virtual threads: ten together where the JVM is told that
     * it has two processors), and the few that an earlier test may leave.
     */
    private static final int BESIDE = 12;

    private final TestContext context;
    private Optional<List<ProgramThread>> seen = Optional.empty();
    private OptionalInt counted = OptionalInt.empty();

    public ThreadCheck(TestContext context) {
        context.requires(Observation.THREADS);
        this.context = context;
    }

    public void expectAtMost(int most) {
        Step step = context.note("test asks for the program's threads", "threads");
        try {
            new Await(context.operation(), context, () -> missing(most)).until(LOOK_AGAIN, () -> isAtMost(most));
        } finally {
            step.outcome(found());
        }
    }

    /** Looks once; see {@link TestNetwork#expectAtWork}. */
    public void expectAtWork(int most) {
        Step step = context.note("test looks which of the program's threads are at work", "at work?");
        seen = context.subjectThreads().map(ThreadCheck::atWork);
        step.outcome(found());
        if (!isSaidToBe(most)) {
            throw context.failed(new UnmetExpectationError(missing(most)));
        }
    }

    private static List<ProgramThread> atWork(List<ProgramThread> all) {
        return all.stream().filter(thread -> thread.place().isPresent()).toList();
    }

    private String found() {
        return seen.map(all -> all.isEmpty() ? "none" : all.size() + " found").orElse("no answer");
    }

    /** Whether there are so few; a program that does not answer may have any number. */
    private boolean isAtMost(int most) {
        seen = context.subjectThreads();
        return isSaidToBe(most) && kernelAgrees(most);
    }

    private boolean isSaidToBe(int most) {
        return seen.filter(all -> all.size() <= most).isPresent();
    }

    /** The program's own account may be a lie, or miss threads without a line of the student's; the kernel's is not. */
    private boolean kernelAgrees(int most) {
        counted = context.furtherThreads();
        return counted.orElse(0) <= most + BESIDE;
    }

    private String missing(int most) {
        String found = isSaidToBe(most)
                ? "the kernel counts " + counted.orElse(0) + " that its JVM did not begin with"
                : seen.map(ThreadCheck::told).orElse("it does not say which threads it has");
        return StepRecorder.instead(expected(most), found);
    }

    private static String expected(int most) {
        return switch (most) {
            case 0 -> "no thread of the program to be left";
            case 1 -> "at most 1 thread of the program";
            default -> "at most " + most + " threads of the program";
        };
    }

    private static String told(List<ProgramThread> all) {
        String some = all.stream()
                .limit(MOST_TOLD)
                .map(thread -> DisplayText.line(thread.toString()).replace("  ", ", "))
                .collect(Collectors.joining("; "));
        int more = all.size() - MOST_TOLD;
        return (all.size() == 1 ? "1 is: " : all.size() + " are: ")
                + some
                + (more > 0 ? "; and " + more + " more" : "");
    }
}

package portzero.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import portzero.testkit.subject.ProgramThread;
import portzero.testkit.trace.Shown;
import portzero.testkit.trace.Step;
import portzero.testkit.trace.UnmetExpectation;

/** Counts the threads of the subject's program, waits until there are few enough, and names those that are left. */
final class ThreadAccount {

    private static final long LOOK_AGAIN = 1_000_000; // nanoseconds; the JVM has no event for “a thread has ended”
    private static final int MOST_TOLD = 3;

    /** Far more than the JVM, its pools and the sandbox have for themselves, and far fewer than a crowd of clients. */
    private static final int BESIDE = 64 + Runtime.getRuntime().availableProcessors();

    private final Stage stage;
    private Optional<List<ProgramThread>> seen = Optional.empty();

    ThreadAccount(Stage stage) {
        this.stage = stage;
    }

    void expectAtMost(int most) {
        Step step = stage.note("test asks for the program's threads", "threads");
        try {
            new Wait(stage.operation(), stage, () -> missing(most)).until(LOOK_AGAIN, () -> isAtMost(most));
        } finally {
            step.outcome(seen.map(all -> all.isEmpty() ? "none" : all.size() + " found")
                    .orElse("no answer"));
        }
        expectKernelAgrees(most);
    }

    /** The program's own account may be a lie, or miss threads without a line of the student's; the kernel's is not. */
    private void expectKernelAgrees(int most) {
        int all = stage.activity().map(activity -> activity.used().size()).orElse(0);
        if (all > most + BESIDE) {
            throw stage.failed(new UnmetExpectation(
                    Voice.instead(expected(most), "the kernel counts " + all + ", with those of the JVM itself")));
        }
    }

    /** Whether there are so few; a program that does not answer may have any number. */
    private boolean isAtMost(int most) {
        seen = stage.subjectThreads();
        return seen.filter(all -> all.size() <= most).isPresent();
    }

    private String missing(int most) {
        return Voice.instead(
                expected(most), seen.map(ThreadAccount::told).orElse("it does not say which threads it has"));
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
                .map(thread -> Shown.line(thread.toString()).replace("  ", ", "))
                .collect(Collectors.joining("; "));
        int more = all.size() - MOST_TOLD;
        return (all.size() == 1 ? "1 is: " : all.size() + " are: ")
                + some
                + (more > 0 ? "; and " + more + " more" : "");
    }
}

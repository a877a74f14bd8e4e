package portzero.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import portzero.testkit.trace.Move;
import portzero.testkit.trace.Shown;
import portzero.testkit.trace.Step;

/** Waits until the subject's program has no thread of its own any more. */
final class ThreadsLeft {

    private static final long LOOK_AGAIN = 1_000_000; // nanoseconds; the JVM has no event for “a thread has ended”
    private static final int MOST_TOLD = 3;

    private final Stage stage;
    private Optional<List<String>> seen = Optional.empty();

    ThreadsLeft(Stage stage) {
        this.stage = stage;
    }

    void expectNone() {
        Step step = stage.trace()
                .add(Move.Kind.NOTE, Voice.TEST, Voice.TEST, "test asks for the program's threads", "threads");
        Wait wait = new Wait(stage.operation(), stage, this::missing);
        Supplier<AssertionError> failure = null;
        boolean none = none();
        while (!none && failure == null) {
            LockSupport.parkNanos(LOOK_AGAIN);
            failure = wait.failure();
            none = none();
        }
        step.outcome(none ? "none" : seen.map(left -> left.size() + " found").orElse("no answer"));
        if (!none && failure != null) {
            throw failure.get();
        }
    }

    /** Whether there is none; a program that does not answer may have any number. */
    private boolean none() {
        seen = stage.subjectThreads();
        return seen.filter(List::isEmpty).isPresent();
    }

    private String missing() {
        return Voice.instead(
                "no thread of the program to be left",
                seen.map(ThreadsLeft::told).orElse("it does not say which threads it has"));
    }

    private static String told(List<String> left) {
        String some = left.stream()
                .limit(MOST_TOLD)
                .map(thread -> Shown.line(thread).replace("  ", ", "))
                .collect(Collectors.joining("; "));
        int more = left.size() - MOST_TOLD;
        return (left.size() == 1 ? "1 is: " : left.size() + " are: ")
                + some
                + (more > 0 ? "; and " + more + " more" : "");
    }
}

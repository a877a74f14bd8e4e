package portzero.testkit;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import portzero.testkit.subject.StudentThread;
import portzero.testkit.trace.Move;
import portzero.testkit.trace.Step;

/** Counts the threads that are in the student's code. */
final class ThreadCount {

    private static final int MOST_TOLD = 100; // by the subject's host

    private ThreadCount() {}

    /** Waits until there are no more than so many; a thread that has been told to end may take a moment. */
    static void expectAtMost(int most, Stage stage) {
        Step step = stage.trace()
                .add(Move.Kind.NOTE, Voice.TEST, Voice.TEST, "test counts the program's threads", "threads?");
        Wait wait = new Wait(
                stage.operation(),
                stage,
                () -> Voice.instead(expected(most), found(stage.threads().size())));
        Supplier<AssertionError> failure = null;
        List<StudentThread> threads = stage.threads();
        while (threads.size() > most && failure == null) {
            LockSupport.parkNanos(5_000_000); // nobody tells when a thread has ended
            failure = wait.failure();
            threads = stage.threads();
        }
        step.outcome(found(threads.size()));
        if (threads.size() > most && failure != null) {
            throw failure.get();
        }
    }

    private static String expected(int most) {
        return switch (most) {
            case 0 -> "no thread in the program's code";
            case 1 -> "at most 1 thread in the program's code";
            default -> "at most " + most + " threads in the program's code";
        };
    }

    private static String found(int count) {
        if (count >= MOST_TOLD) {
            return count + " or more";
        }
        return count == 0 ? "none" : "there " + (count == 1 ? "was 1" : "were " + count);
    }
}

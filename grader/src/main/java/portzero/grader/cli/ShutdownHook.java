package portzero.grader.cli;

import java.util.concurrent.locks.LockSupport;
import portzero.grader.run.coordinator.Coordinator;

/**
 * Stops the workers when this program is told to end, by Ctrl-C or otherwise, and says what then.
 *
 * <p>The thread that waits for the workers closes it. From then on that thread has nothing to do in a program that is
 * ending, and stays here.
 */
final class ShutdownHook implements AutoCloseable {

    private final Thread hook;

    ShutdownHook(Coordinator coordinator, String sentence) {
        hook = new Thread(() -> stop(coordinator, sentence), "stop");
    }

    /** Begins to wait for the end. */
    void arm() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void stop(Coordinator coordinator, String sentence) {
        try {
            coordinator.stop();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        System.err.println();
        System.err.println(sentence);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            while (true) {
                LockSupport.park();
            }
        }
    }
}

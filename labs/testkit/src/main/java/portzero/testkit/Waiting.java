package portzero.testkit;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.function.Supplier;
import portzero.testkit.trace.DeadlinePassed;

/** The loop that all waiting for sockets shares. */
final class Waiting {

    private static final long SLICE = 20; // milliseconds between two looks at the subject

    private Waiting() {}

    /** Waits until the selector has something ready, the subject has failed, or the deadline has passed. */
    static void on(Selector selector, Deadline deadline, Watch watch, Supplier<String> missing) throws IOException {
        while (true) {
            // What the subject did before it failed has arrived by the time that its failure is known,
            // so that one last look after the failure misses nothing.
            AssertionError trouble = watch.trouble();
            int ready =
                    trouble == null ? selector.select(Math.min(SLICE, deadline.milliseconds())) : selector.selectNow();
            selector.selectedKeys().clear();
            if (ready > 0) {
                return;
            }
            if (trouble != null) {
                throw watch.failed(trouble);
            }
            if (deadline.isPassed()) {
                throw watch.failed(new DeadlinePassed(missing.get() + " (" + deadline + ")"));
            }
        }
    }
}

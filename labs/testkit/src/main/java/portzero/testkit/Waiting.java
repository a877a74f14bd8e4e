package portzero.testkit;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The loop that all waiting for sockets shares. */
final class Waiting {

    private static final long SLICE = 20; // milliseconds between two looks at the subject

    private Waiting() {}

    /** Waits until the selector has something ready, the subject has failed, or there is no hope left. */
    static void on(Selector selector, Deadline deadline, Watch watch, Supplier<String> missing) throws IOException {
        Wait wait = new Wait(deadline, watch, missing);
        while (true) {
            // What the subject did before it failed has arrived by the time that its failure is known,
            // so that one last look after the failure misses nothing.
            Supplier<AssertionError> failure = failure(watch, wait);
            int ready = failure == null ? selector.select(Math.min(SLICE, wait.milliseconds())) : selector.selectNow();
            selector.selectedKeys().clear();
            if (ready > 0) {
                return;
            }
            if (failure != null) {
                throw failure.get();
            }
        }
    }

    private static @Nullable Supplier<AssertionError> failure(Watch watch, Wait wait) {
        AssertionError trouble = watch.trouble();
        return trouble == null ? wait.failure() : () -> watch.failed(trouble);
    }
}

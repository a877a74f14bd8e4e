package portzero.testkit.await;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The loop that all waiting for sockets shares. */
public final class SelectorAwait {

    private static final long SLICE = 20; // milliseconds between two looks at the subject

    private SelectorAwait() {}

    /** Waits until the selector has something ready, the subject has failed, or there is no hope left. */
    public static void on(Selector selector, Deadline deadline, WaitMonitor monitor, Supplier<String> missing)
            throws IOException {
        Await wait = new Await(deadline, monitor, missing);
        while (true) {
            // What the subject did before it failed has arrived by the time that its failure is known,
            // so that one last look after the failure misses nothing.
            Supplier<AssertionError> failure = failure(monitor, wait);
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

    private static @Nullable Supplier<AssertionError> failure(WaitMonitor monitor, Await wait) {
        AssertionError trouble = monitor.trouble();
        return trouble == null ? wait.failure() : () -> monitor.failed(trouble);
    }
}

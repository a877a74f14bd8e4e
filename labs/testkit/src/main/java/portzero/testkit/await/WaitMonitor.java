package portzero.testkit.await;

import org.jspecify.annotations.Nullable;

/** Knows whether waiting for the subject still makes sense. */
public interface WaitMonitor {
    /** The failure of a call that runs in the background, if there is one. */
    @Nullable
    AssertionError trouble();

    /** What the test's thread asks, during one wait, to find out whether there is any hope left. */
    QuiescenceProbe rest();

    /** What the threads of a program do that stands still, for the end of a message. */
    String standing();

    /** Takes note of a failure and gives it back. */
    <E extends AssertionError> E failed(E failure);
}

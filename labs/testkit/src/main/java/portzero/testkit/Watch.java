package portzero.testkit;

import org.jspecify.annotations.Nullable;

/** Knows whether waiting for the subject still makes sense. */
interface Watch {
    /** The failure of a call that runs in the background, if there is one. */
    @Nullable
    AssertionError trouble();

    /** Takes note of a failure and gives it back. */
    <E extends AssertionError> E failed(E failure);
}

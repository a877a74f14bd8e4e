package portzero.testkit.net;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import portzero.testkit.await.PendingCall;

/**
 * What came of bytes that were sent one at a time while a call ran.
 *
 * @param call the call, which has ended unless all bytes were sent
 * @param sent how many bytes were sent
 * @param longestGap the longest time without a new byte: before the first one, between two, or until the call ended.
 *     On a loaded machine it may be much longer than the pace; a test that has a limit on each single read in mind
 *     must look at it
 */
public record SlowSend<T extends @Nullable Object>(PendingCall<T> call, int sent, Duration longestGap) {}

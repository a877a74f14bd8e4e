package portzero.testkit.check;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Holds a call that is to give up to its time.
 *
 * <p>A call may never end too early. That it ends too late can be the machine's doing, but not each time: it is tried up to four times,
 * and in time once is enough.
 */
public final class CallDuration {

    private static final Duration A_LITTLE_LATER = Duration.ofMillis(90); // less than a second wait would take
    private static final Duration PRECISION = Duration.ofMillis(2); // how exactly clocks go is not the point
    private static final int TRIES = 4;

    /** A call and what is to become of it. */
    public interface Attempt {
        void run() throws Exception;
    }

    private CallDuration() {}

    /** Not before the time is up, and soon after it: within 90 ms. */
    public static void expectAfter(Duration timeout, Attempt attempt) throws Exception {
        expectBetween(timeout, timeout.plus(A_LITTLE_LATER), attempt);
    }

    /**
     * Never earlier, nor always later.
     *
     * @throws AssertionError if it ends earlier, or later in each of four tries
     */
    public static void expectBetween(Duration least, Duration most, Attempt attempt) throws Exception {
        Duration lasted = expectNotBefore(least, attempt);
        for (int i = 1; i < TRIES && lasted.compareTo(most) > 0; i++) {
            lasted = expectNotBefore(least, attempt);
        }
        if (lasted.compareTo(most) > 0) {
            throw new AssertionError("Expected the call to end within " + most.toMillis() + " ms, but it lasted "
                    + lasted.toMillis() + " ms, and as long in each of " + TRIES + " tries");
        }
    }

    /** Not earlier; how long it lasted. */
    public static Duration expectNotBefore(Duration least, Attempt attempt) throws Exception {
        long begin = System.nanoTime();
        attempt.run();
        Duration lasted = Duration.ofNanos(System.nanoTime() - begin);
        if (lasted.compareTo(least.minus(PRECISION)) < 0) {
            throw new AssertionError("Expected the call to last " + least.toMillis()
                    + " ms at least, but it ended after " + lasted.toMillis() + " ms");
        }
        return lasted;
    }

    /** By a {@link SocketTimeoutException}, and not before; how long it lasted. */
    public static Duration expectTimeout(Duration timeout, Attempt call) throws Exception {
        return expectNotBefore(timeout, () -> {
            try {
                call.run();
            } catch (SocketTimeoutException late) {
                return;
            }
            throw new AssertionError("Expected the call to throw SocketTimeoutException, but it returned");
        });
    }
}

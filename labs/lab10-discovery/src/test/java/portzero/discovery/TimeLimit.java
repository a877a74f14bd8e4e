package portzero.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Holds a call that is to give up to its time. */
final class TimeLimit {

    private static final Duration A_LITTLE_LATER = Duration.ofMillis(90); // less than a second wait would take
    private static final Duration PRECISION = Duration.ofMillis(2); // how exactly clocks go is not the point
    private static final int TRIES = 4;

    /** A call and what is to become of it. */
    interface Attempt {
        void run() throws Exception;
    }

    private TimeLimit() {}

    /** The attempt must not end before the time is up, and soon after it. */
    static void expectAfter(Duration timeout, Attempt attempt) throws Exception {
        expectBetween(timeout, timeout.plus(A_LITTLE_LATER), attempt);
    }

    /** The attempt must never end earlier, nor always later. A busy machine may delay it, but not each time. */
    static void expectBetween(Duration least, Duration most, Attempt attempt) throws Exception {
        Duration lasted = expectNotBefore(least, attempt);
        for (int i = 1; i < TRIES && lasted.compareTo(most) > 0; i++) {
            lasted = expectNotBefore(least, attempt);
        }
        assertThat(lasted)
                .withFailMessage(
                        "Expected the call to end within %d ms, but it lasted %d ms, and as long in each of %d tries",
                        most.toMillis(), lasted.toMillis(), TRIES)
                .isLessThanOrEqualTo(most);
    }

    /** The attempt must not end earlier. */
    static Duration expectNotBefore(Duration least, Attempt attempt) throws Exception {
        long begin = System.nanoTime();
        attempt.run();
        Duration lasted = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(lasted)
                .withFailMessage(
                        "Expected the call to last %d ms at least, but it ended after %d ms",
                        least.toMillis(), lasted.toMillis())
                .isGreaterThanOrEqualTo(least.minus(PRECISION));
        return lasted;
    }
}

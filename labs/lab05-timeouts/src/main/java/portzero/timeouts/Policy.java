package portzero.timeouts;

import java.time.Duration;

/**
 * How often and how long to try. No duration is more than 1,000 days.
 *
 * @param attempts how many attempts there may be in all, the first one included: at least 1
 * @param first how long to wait after the first failure: more than zero
 * @param longest how long to wait at most: at least {@code first}
 * @param limit the time for everything, from the beginning: more than zero
 */
public record Policy(int attempts, Duration first, Duration longest, Duration limit) {

    private static final Duration MOST = Duration.ofDays(1_000);

    /** Checks the numbers. */
    public Policy {
        check(attempts >= 1, "attempts must be at least 1 but was " + attempts);
        check(first.compareTo(Duration.ZERO) > 0, "first must be more than zero but was " + first);
        check(longest.compareTo(first) >= 0, "longest must be at least " + first + " but was " + longest);
        check(longest.compareTo(MOST) <= 0, "longest must be at most " + MOST + " but was " + longest);
        check(limit.compareTo(Duration.ZERO) > 0, "limit must be more than zero but was " + limit);
        check(limit.compareTo(MOST) <= 0, "limit must be at most " + MOST + " but was " + limit);
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

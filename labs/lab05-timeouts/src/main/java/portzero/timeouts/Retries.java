package portzero.timeouts;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides whether to try again after a failure, and when: exponential backoff with an end.
 *
 * <p>It has no clock and no socket, and it never waits. Whoever uses it says what time it is, as the time since some
 * moment that stays the same, and does the waiting. So it can be tested in no time.
 *
 * <p>The wait after a failure is computed in three steps:
 *
 * <ol>
 *   <li>The <i>step</i> is {@link Policy#first} after the first failure, twice that after the second, and so on: twice
 *       the step before, but never more than {@link Policy#longest}.
 *   <li>Chance makes it shorter, so that a thousand clients that failed at the same time do not come back at the same
 *       time: <i>wait</i> = <i>step</i> × (1 − <i>chance</i> ÷ 2). This does not change the next step.
 *   <li>There is no further attempt if there have been {@link Policy#attempts} of them, or if the wait would end at or
 *       after the {@linkplain Policy#limit limit}.
 * </ol>
 *
 * <p>With {@code new Policy(5, 1 s, 3 s, 60 s)} and a chance of 0 the waits are 1 s, 2 s, 3 s and 3 s, and after the
 * fifth failure there is none.
 */
public interface Retries {

    /**
     * Begins. Whatever there was before is forgotten.
     *
     * @param policy how often and how long to try
     * @param now what time it is. The limit of the policy counts from here
     */
    void begin(Policy policy, Duration now);

    /**
     * Takes note that an attempt has failed. Called only after {@link #begin}, and not again after it has returned
     * nothing.
     *
     * @param now what time it is, by the same clock as before and never earlier
     * @param chance a random number, at least 0 and less than 1
     * @return how long to wait before the next attempt, right to the microsecond; empty if there is to be none
     */
    Optional<Duration> failed(Duration now, double chance);
}

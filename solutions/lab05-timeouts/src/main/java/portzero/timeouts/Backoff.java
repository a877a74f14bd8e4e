package portzero.timeouts;

import java.time.Duration;
import java.util.Optional;

/** Exponential backoff that ends after a number of attempts, or at a point in time. */
public class Backoff implements Retries {

    private Policy policy = new Policy(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
    private Duration end = Duration.ZERO;
    private long step; // nanoseconds, which are enough for 292 years
    private int failures;

    @Override
    public void begin(Policy newPolicy, Duration now) {
        policy = newPolicy;
        end = now.plus(policy.limit());
        step = policy.first().toNanos();
        failures = 0;
    }

    @Override
    public Optional<Duration> failed(Duration now, double chance) {
        failures++;
        Duration wait = Duration.ofNanos((long) (step * (1 - chance / 2)));
        step = Math.min(2 * step, policy.longest().toNanos()); // bounded each time, so that it cannot overflow
        boolean inTime = now.plus(wait).compareTo(end) < 0; // a wait to the end would leave no time for an attempt
        return failures < policy.attempts() && inTime ? Optional.of(wait) : Optional.empty();
    }
}

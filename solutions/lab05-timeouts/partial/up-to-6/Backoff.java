package portzero.timeouts;

import java.time.Duration;
import java.util.Optional;

/** Exponential backoff that ends after a number of attempts, or at a point in time. */
public class Backoff implements Retries {

    private Policy policy = new Policy(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
    private Duration end = Duration.ZERO;
    private Duration step = Duration.ZERO;
    private int failures;

    @Override
    public void begin(Policy newPolicy, Duration now) {
        policy = newPolicy;
        end = now.plus(policy.limit());
        step = policy.first();
        failures = 0;
    }

    @Override
    public Optional<Duration> failed(Duration now, double chance) {
        failures++;
        Duration wait = shortened(step, chance);
        step = shorter(step.plus(step), policy.longest()); // bounded each time, so that it cannot overflow
        boolean inTime = now.plus(wait).compareTo(end) < 0; // a wait to the end would leave no time for an attempt
        return failures < policy.attempts() && inTime ? Optional.of(wait) : Optional.empty();
    }

    private static Duration shortened(Duration step, double chance) {
        return step.minusNanos((long) (step.toNanos() * chance / 2));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

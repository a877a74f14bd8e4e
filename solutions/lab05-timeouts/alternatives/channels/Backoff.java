package portzero.timeouts;

import java.time.Duration;
import java.util.Optional;

/** Counts in nanoseconds, and computes each step from the number of failures. */
public class Backoff implements Retries {

    private Policy policy;
    private long begin;
    private int failures;

    @Override
    public void begin(Policy policy, Duration now) {
        this.policy = policy;
        begin = now.toNanos();
        failures = 0;
    }

    @Override
    public Optional<Duration> failed(Duration now, double chance) {
        double step = Math.min(
                policy.first().toNanos() * Math.pow(2, failures),
                policy.longest().toNanos());
        failures++;
        long wait = Math.round(step * (1 - chance / 2));
        if (failures >= policy.attempts()
                || now.toNanos() - begin + wait >= policy.limit().toNanos()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(wait));
    }
}

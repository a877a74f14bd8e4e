package portzero.timeouts;

import java.time.Duration;
import java.util.Optional;

public class Backoff implements Retries {

    private Policy policy;
    private Duration start;
    private Duration step;
    private int failures;

    @Override
    public void begin(Policy policy, Duration now) {
        this.policy = policy;
        start = now;
        step = Duration.ofMillis(policy.first().toMillis());
        failures = 0;
    }

    @Override
    public Optional<Duration> failed(Duration now, double chance) {
        failures++;
        if (failures >= policy.attempts()) {
            return Optional.empty();
        }
        Duration wait = step.minusNanos((long) (step.toNanos() * chance / 2));
        step = step.multipliedBy(2);
        if (step.compareTo(policy.longest()) > 0) {
            step = policy.longest();
        }
        Duration end = start.plus(policy.limit());
        if (now.plus(wait).compareTo(end) >= 0) {
            return Optional.empty();
        }
        return Optional.of(wait);
    }
}

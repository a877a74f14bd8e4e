package portzero.timeouts;

import java.time.Duration;
import java.util.Optional;

/** Counts the attempts that are left, and the time that is left. */
public class Backoff implements Retries {

    private int left;
    private Duration step;
    private Duration longest;
    private Duration end;

    @Override
    public void begin(Policy policy, Duration now) {
        left = policy.attempts();
        step = policy.first();
        longest = policy.longest();
        end = now.plus(policy.limit());
    }

    @Override
    public Optional<Duration> failed(Duration now, double chance) {
        left--;
        long nanoseconds = step.toNanos();
        Duration wait = Duration.ofNanos(nanoseconds - (long) (nanoseconds / 2.0 * chance));
        if (step.compareTo(longest.dividedBy(2)) < 0) {
            step = step.multipliedBy(2);
        } else {
            step = longest;
        }
        return left <= 0 || !now.plus(wait).minus(end).isNegative() ? Optional.empty() : Optional.of(wait);
    }
}

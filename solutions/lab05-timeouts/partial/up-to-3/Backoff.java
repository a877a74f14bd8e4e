package portzero.timeouts;

import java.time.Duration;
import java.util.Optional;

/** Your decision when to try again. What it has to do is said in {@link Retries}. */
public class Backoff implements Retries {

    // TODO Task 6: Keep the policy, when it began, the number of failures and the next step.

    @Override
    public void begin(Policy policy, Duration now) {
        // TODO Task 6: Set all fields to their beginning.
        throw new UnsupportedOperationException("write Backoff.begin");
    }

    @Override
    public Optional<Duration> failed(Duration now, double chance) {
        // TODO Task 6: Count the failure, and stop after the last attempt.
        // TODO Task 6: Double the step, up to the longest, and let chance shorten the wait.
        // TODO Task 6: Stop if the wait would not end before the limit.
        throw new UnsupportedOperationException("write Backoff.failed");
    }
}

package portzero.testkit.subject;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long to wait for the subject.
 *
 * @param deadline how long at most
 * @param hopeless asked now and then: whether nothing can come any more, so that waiting may end at once
 */
public record WaitPolicy(Duration deadline, BooleanSupplier hopeless) {

    /** Waits until the deadline in any case. */
    public static WaitPolicy until(Duration deadline) {
        return new WaitPolicy(deadline, () -> false);
    }
}

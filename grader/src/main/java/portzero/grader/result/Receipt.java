package portzero.grader.result;

import org.jspecify.annotations.Nullable;

/**
 * When and how often something was handed in, as far as the platform tells.
 *
 * @param late whether the platform marked it as late
 * @param time as the platform gives it, {@code 2026-11-20T13:45:12}; null if it does not
 * @param attempt which of the attempts was graded, from 1
 * @param attempts how many there are
 */
public record Receipt(boolean late, @Nullable String time, int attempt, int attempts) {

    /** Where the platform tells nothing. */
    public static final Receipt NONE = new Receipt(false, null, 1, 1);

    public Receipt {
        if (attempt < 1 || attempts < attempt) {
            throw new IllegalArgumentException("attempt must be 1–" + attempts + " but was " + attempt);
        }
    }
}

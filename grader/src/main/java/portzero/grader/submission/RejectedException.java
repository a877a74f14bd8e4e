package portzero.grader.submission;

import java.util.Objects;

/**
 * The submission cannot be graded; the message is one sentence and what to do about it, for the
 * student. It may quote names that the student chose, in bounded length and without control characters.
 */
public final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    RejectedException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}

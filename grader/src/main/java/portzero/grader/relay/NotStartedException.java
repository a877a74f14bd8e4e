package portzero.grader.relay;

import java.util.Objects;

/** The student's server does not start; the message is for the student and says why. */
public final class NotStartedException extends Exception {

    private static final long serialVersionUID = 1;

    NotStartedException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}

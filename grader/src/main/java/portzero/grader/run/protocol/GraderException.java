package portzero.grader.run.protocol;

import java.util.Objects;

/** Something in the grader itself failed; never the submission's fault. */
public final class GraderException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public GraderException(String message) {
        super(message);
    }

    public GraderException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}

package portzero.grader.run;

import java.util.Objects;

/** Something in the grader itself failed; never the submission's fault. */
public final class GraderFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    public GraderFault(String message) {
        super(message);
    }

    public GraderFault(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}

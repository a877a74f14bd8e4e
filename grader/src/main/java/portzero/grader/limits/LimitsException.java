package portzero.grader.limits;

import java.util.Objects;

/** A limit was given that cannot be used; the message says where, which, what is accepted, and what to do. */
public final class LimitsException extends Exception {
    private static final long serialVersionUID = 1L;

    public LimitsException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}

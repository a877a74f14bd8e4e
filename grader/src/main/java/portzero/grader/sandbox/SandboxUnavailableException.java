package portzero.grader.sandbox;

import java.util.Objects;

/** This machine cannot provide the sandbox; the message is one sentence and the remedy. */
public final class SandboxUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    SandboxUnavailableException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}

package portzero.grader.prompt;

import java.util.Objects;

/** A line is no call that can be made; the message is for whoever typed it and says what to type. */
public final class BadCallException extends Exception {

    private static final long serialVersionUID = 1;

    BadCallException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}

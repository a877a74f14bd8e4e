package portzero.grader.suite;

import java.util.Objects;

/** A lab's own files do not make a suite; the message names the file and what is wrong with it. */
public final class SuiteException extends Exception {

    private static final long serialVersionUID = 1;

    public SuiteException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}

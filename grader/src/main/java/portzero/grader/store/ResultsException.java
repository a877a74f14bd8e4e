package portzero.grader.store;

/** A folder of results cannot be used, or a file in it cannot be read; the message says what to do. */
public class ResultsException extends Exception {
    private static final long serialVersionUID = 1;

    public ResultsException(String message) {
        super(message);
    }

    public ResultsException(String message, Throwable cause) {
        super(message, cause);
    }
}

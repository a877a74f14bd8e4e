package portzero.grader.store;

/** One file of results is not what was once written there; the message names it and says what to do. */
public final class DamagedResultException extends ResultsException {
    private static final long serialVersionUID = 1;

    DamagedResultException(String message, Throwable cause) {
        super(message, cause);
    }

    DamagedResultException(String message) {
        super(message);
    }
}

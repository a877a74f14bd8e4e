package portzero.testkit.trace;

/** The submission's program ended while the test needed it. */
public final class SubjectEndedError extends AssertionError {

    private static final long serialVersionUID = 1;

    public SubjectEndedError(String message) {
        super(message);
    }
}

package portzero.testkit.trace;

/** What the test waited for did not happen in time. */
public final class DeadlineExceededError extends AssertionError {

    private static final long serialVersionUID = 1;

    private final DeadlineMissCause lateness;

    public DeadlineExceededError(String message, DeadlineMissCause lateness) {
        super(message);
        this.lateness = lateness;
    }

    /** Why it did not. */
    public DeadlineMissCause lateness() {
        return lateness;
    }
}

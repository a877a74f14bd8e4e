package portzero.testkit.trace;

/** What the test waited for did not happen in time. */
public final class DeadlinePassed extends AssertionError {

    private static final long serialVersionUID = 1;

    public DeadlinePassed(String message) {
        super(message);
    }
}

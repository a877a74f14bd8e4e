package portzero.testkit.trace;

/** The submission's program ended while the test needed it. */
public final class ProgramEnded extends AssertionError {

    private static final long serialVersionUID = 1;

    public ProgramEnded(String message) {
        super(message);
    }
}

package portzero.testkit.trace;

/** The submission did something else than the test expects. */
public final class UnmetExpectation extends AssertionError {

    private static final long serialVersionUID = 1;

    public UnmetExpectation(String message) {
        super(message);
    }
}

package portzero.testkit.trace;

/** A failed test with its explanation. Its message is the explanation's text. */
public final class ExplainedFailure extends AssertionError {

    private static final long serialVersionUID = 1;

    private final transient Explanation explanation;

    public ExplainedFailure(Explanation explanation, Throwable cause) {
        super("\n" + explanation.text(), cause);
        this.explanation = explanation;
    }

    /** Why the test failed. */
    public Explanation explanation() {
        return explanation;
    }
}

package portzero.testkit.trace;

/**
 * What the test waits for can no longer happen: the program has come to rest. Other than with a
 * {@link DeadlineExceededError}, more time or a faster machine would change nothing.
 */
public final class SubjectStalledError extends AssertionError {

    private static final long serialVersionUID = 1;

    public SubjectStalledError(String message) {
        super(message);
    }
}

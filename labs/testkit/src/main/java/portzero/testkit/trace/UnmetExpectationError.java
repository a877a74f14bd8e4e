package portzero.testkit.trace;

import org.jspecify.annotations.Nullable;

/** The submission did something else than the test expects. */
public final class UnmetExpectationError extends AssertionError {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Difference difference;

    public UnmetExpectationError(String message) {
        this(message, null);
    }

    /** Of bytes that are not those expected. */
    public UnmetExpectationError(String message, @Nullable Difference difference) {
        super(message);
        this.difference = difference;
    }

    /** How they differ; null if the failure is about something else. */
    public @Nullable Difference difference() {
        return difference;
    }
}

package portzero.testkit.subject;

/** A call of a contract method did not return by its deadline. */
public final class CallTimeoutException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean hopeless;

    /**
     * Makes one.
     *
     * @param hopeless whether more time would change nothing
     */
    CallTimeoutException(String message, boolean hopeless) {
        super(message);
        this.hopeless = hopeless;
    }

    /** Whether the call can never return, however long one waits. */
    public boolean hopeless() {
        return hopeless;
    }
}

package portzero.testkit.subject;

/** A call of a contract method did not return by its deadline. */
public final class CallTimeoutException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean hopeless;
    private final String detail;

    /**
     * Makes one.
     *
     * @param hopeless whether more time would change nothing
     */
    CallTimeoutException(String message, boolean hopeless) {
        super(message);
        this.hopeless = hopeless;
        detail = "";
    }

    /**
     * Makes one of which more is known than that the call did not return.
     *
     * @param detail what is, as a clause about the program
     */
    public CallTimeoutException(String detail) {
        super(detail);
        hopeless = false;
        this.detail = detail;
    }

    /** What is known beside that the call did not return, as a clause about the program; mostly empty. */
    public String detail() {
        return detail;
    }

    /** Whether the call can never return, however long one waits. */
    public boolean hopeless() {
        return hopeless;
    }
}

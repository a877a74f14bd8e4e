package portzero.testkit.subject;

/** A call of a contract method did not return by its deadline. */
public final class CallOverdue extends Exception {

    private static final long serialVersionUID = 1;

    public CallOverdue(String message) {
        super(message);
    }
}

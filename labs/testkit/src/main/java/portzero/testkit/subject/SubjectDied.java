package portzero.testkit.subject;

/** The student's JVM is gone or no longer speaks the pipe's language. */
public final class SubjectDied extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    public SubjectDied(String message) {
        super(message);
        reason = message;
    }

    /** What happened, as a clause. */
    public String reason() {
        return reason;
    }
}

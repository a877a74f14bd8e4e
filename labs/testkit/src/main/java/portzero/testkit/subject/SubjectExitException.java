package portzero.testkit.subject;

/** The student's JVM is gone or no longer speaks the pipe's language. */
public final class SubjectExitException extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    public SubjectExitException(String message) {
        super(message);
        reason = message;
    }

    /** What happened, as a clause. */
    public String reason() {
        return reason;
    }
}

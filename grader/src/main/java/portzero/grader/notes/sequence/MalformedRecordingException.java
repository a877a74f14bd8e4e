package portzero.grader.notes.sequence;

/** A recording that cannot be drawn. The message says what is wrong. */
public final class MalformedRecordingException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    MalformedRecordingException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Where, from 1. */
    public int line() {
        return line;
    }
}

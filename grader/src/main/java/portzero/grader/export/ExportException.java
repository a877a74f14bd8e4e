package portzero.grader.export;

/** Results cannot be exported as asked; the message says why and what to do. */
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1;

    public ExportException(String message) {
        super(message);
    }
}

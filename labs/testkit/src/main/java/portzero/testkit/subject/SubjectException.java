package portzero.testkit.subject;

import org.jspecify.annotations.Nullable;

/** Stands for an exception whose class only the student's JVM has, or for an {@code Error} of student code. */
public final class SubjectException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String type;

    public SubjectException(String type, @Nullable String message) {
        super(message);
        this.type = type;
    }

    /** The exception's simple type and, if it has one, its message. */
    public String text() {
        return text(type, getMessage());
    }

    static String text(String type, @Nullable String message) {
        String name = type.substring(type.lastIndexOf('.') + 1).replaceFirst("^.*\\$[0-9]*(?=[^0-9])", "");
        return message == null ? name : name + ": " + message;
    }
}

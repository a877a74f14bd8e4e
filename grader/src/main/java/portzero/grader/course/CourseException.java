package portzero.grader.course;

import java.util.Objects;

/** The course's files are not as they must be; the message is for the user and says what to do. */
public final class CourseException extends Exception {

    private static final long serialVersionUID = 1;

    public CourseException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}

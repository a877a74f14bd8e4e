package portzero.grader.mistake;

import java.util.List;
import java.util.function.Function;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;

/** The mistakes that a course knows, by lab. */
public final class CourseMistakes {

    private CourseMistakes() {}

    /** What names the mistakes of each of these labs, by its id; of any other it names none. */
    public static Function<String, MistakeMatcher> of(List<Lab> labs) {
        return id -> labs.stream()
                .filter(lab -> lab.id().equals(id))
                .findFirst()
                .map(MistakeMatcher::of)
                .orElseGet(() -> new MistakeMatcher(MistakeTable.NONE));
    }

    /** The same of the course that the launcher belongs to, read when it is asked; none where there is none, as a report needs no course. */
    public static Function<String, MistakeMatcher> here() {
        return id -> {
            try {
                return of(Course.here().labs()).apply(id);
            } catch (CourseException none) {
                return new MistakeMatcher(MistakeTable.NONE);
            }
        };
    }
}

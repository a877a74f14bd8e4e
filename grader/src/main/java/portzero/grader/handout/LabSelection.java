package portzero.grader.handout;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;

/** Labs as a user lists them: {@code 1-4,6} or {@code echo,udp}. */
public final class LabSelection {
    private static final Pattern RANGE = Pattern.compile("(?:lab)?0*(\\d{1,2})-(?:lab)?0*(\\d{1,2})");

    private LabSelection() {}

    /**
     * The labs of the course that are meant, in teaching order.
     *
     * @throws CourseException if there is no such lab
     */
    public static List<Lab> of(Course course, String text) throws CourseException {
        Set<Lab> meant = new LinkedHashSet<>();
        for (var word : text.split(",", -1)) {
            var range = RANGE.matcher(word.strip());
            if (range.matches()) {
                meant.addAll(range(course, Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)), word));
            } else {
                meant.add(course.lab(word.strip()));
            }
        }
        return course.labs().stream().filter(meant::contains).toList();
    }

    private static List<Lab> range(Course course, int from, int to, String word) throws CourseException {
        var labs = course.labs().stream()
                .filter(lab -> from <= lab.number() && lab.number() <= to)
                .toList();
        if (labs.isEmpty()) {
            throw new CourseException(
                    "There is no lab in " + word.strip() + "; ./lab list shows those that there are.");
        }
        return labs;
    }
}

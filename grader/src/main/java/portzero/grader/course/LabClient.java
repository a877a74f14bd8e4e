package portzero.grader.course;

import java.util.List;
import java.util.Optional;
import portzero.testkit.wire.Transport;

/**
 * The classes of a lab whose methods speak to a server, for playing with them.
 *
 * @param names their simple names; the first is the one to begin with
 * @param transport what they speak over
 */
public record LabClient(List<String> names, Transport transport) {

    public LabClient {
        names = List.copyOf(names);
    }

    /**
     * Those of a lab; empty if it has none.
     *
     * @throws CourseException if they are described wrongly
     */
    public static Optional<LabClient> of(Lab lab) throws CourseException {
        return LabFile.of(lab).client();
    }

    /**
     * Those of a lab.
     *
     * @throws CourseException if it has none; the message says which labs have one
     */
    public static LabClient require(Course course, Lab lab) throws CourseException {
        Optional<LabClient> client = of(lab);
        if (client.isPresent()) {
            return client.get();
        }
        StringBuilder others = new StringBuilder();
        for (Lab other : List.copyOf(course.labs())) {
            if (of(other).isPresent()) {
                others.append(others.isEmpty() ? "" : ", ").append(other.id());
            }
        }
        throw new CourseException(lab.id() + " has no client that connects to a host and a port." + " Labs with one: "
                + (others.isEmpty() ? "none" : others) + ".");
    }
}

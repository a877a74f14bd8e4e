package portzero.grader.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import portzero.testkit.external.ServerDescription;

/**
 * How a lab's server is had without its tests: as a program of its own, or to play with.
 *
 * @param description which class it is, and what it is spoken to over
 * @param keepsNothing whether no client leaves anything behind, so that one that runs already is as good as a new one
 * @param samples what it may be started with, by the names of the parameters of {@code start}
 * @param ask a command that speaks to it, with {@code {host}} and {@code {port}} in it
 * @param note what to do then
 */
public record LabServer(
        ServerDescription description, boolean keepsNothing, Map<String, String> samples, String ask, String note) {

    public LabServer {
        samples = Map.copyOf(samples);
    }

    /**
     * The server of a lab; empty if all of its classes are called by method.
     *
     * @throws CourseException if it is described wrongly
     */
    public static Optional<LabServer> of(Lab lab) throws CourseException {
        return LabFile.of(lab).server();
    }

    /**
     * The server of a lab.
     *
     * @throws CourseException if it has none; the message says which labs have one
     */
    public static LabServer require(Course course, Lab lab) throws CourseException {
        Optional<LabServer> server = of(lab);
        if (server.isPresent()) {
            return server.get();
        }
        StringBuilder others = new StringBuilder();
        for (Lab other : List.copyOf(course.labs())) {
            if (of(other).isPresent()) {
                others.append(others.isEmpty() ? "" : ", ").append(other.id());
            }
        }
        throw new CourseException(
                lab.id() + " has no server that could be started by itself: what you write in it is called by"
                        + " method. Labs with one: " + (others.isEmpty() ? "none" : others) + ".");
    }
}

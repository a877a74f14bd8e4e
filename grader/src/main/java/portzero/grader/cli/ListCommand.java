package portzero.grader.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.course.Progress;

/** Lists the course, and how far this checkout is. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the labs and how far this checkout is in each.")
final class ListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() throws CourseException {
        PrintWriter out = spec.commandLine().getOut();
        Course course = Course.here();
        int width = course.labs().stream()
                .mapToInt(lab -> lab.title().length())
                .max()
                .orElse(1);
        for (Lab lab : course.labs()) {
            out.printf(
                    "%-18s %-" + width + "s  %s%n",
                    lab.id(),
                    lab.title(),
                    Progress.of(lab).text());
        }
        out.println();
        out.println(course.labs().stream()
                .filter(lab -> !Progress.of(lab).isWritten())
                .findFirst()
                .map(next -> "Next: read labs/" + next.id() + "/README.md, then run ./lab test " + next.name())
                .orElse("All is written; ./lab test LAB shows how well."));
        return ExitCode.DONE;
    }
}

package portzero.grader.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.course.LabProgress;
import portzero.grader.progress.ProgressStore;
import portzero.grader.report.terminal.Terminal;

/** Lists the course, and how far this checkout is. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the labs and how far this checkout is in each.")
final class ListCommand implements Callable<Integer> {

    private static final int MOST_TASKS = 8;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() throws CourseException {
        PrintWriter out = spec.commandLine().getOut();
        Course course = Course.here();
        Map<Lab, LabProgress> labs = new LinkedHashMap<>();
        course.labs().forEach(lab -> labs.put(lab, LabProgress.of(lab)));
        int width = course.labs().stream()
                .mapToInt(lab -> lab.title().length())
                .max()
                .orElse(1);
        ProgressStore store = ProgressStore.of(course.home());
        Terminal terminal = Terminal.system();
        labs.forEach((lab, progress) -> out.printf(
                "%-18s %-" + width + "s  %-" + MOST_TASKS + "s %s%n",
                lab.id(),
                lab.title(),
                terminal.fit(store.read(lab).row(lab)),
                progress.text()));
        out.println();
        out.println(labs.entrySet().stream()
                .filter(lab -> !lab.getValue().isWritten())
                .map(Map.Entry::getKey)
                .findFirst()
                .map(next -> "Next: read labs/" + next.id() + "/README.md, then run ./lab test " + next.name())
                .orElse("All is written; ./lab test LAB shows how well."));
        return ExitCode.DONE;
    }
}

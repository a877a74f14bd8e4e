package portzero.grader.cli.student;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.handout.Handout;
import portzero.grader.handout.HandoutBuilder;
import portzero.grader.handout.LabSelection;
import portzero.grader.notes.problem.NotesException;

/** Makes what students get. */
@Command(
        name = "handout",
        mixinStandardHelpOptions = true,
        description =
                "Make what students get: the labs without hidden tests and solutions, the notes, and this program.",
        footer = {
            "",
            "Made twice of the same checkout, it has the same bytes. Students who have an earlier one",
            "take the new sheets and tests over with ./lab update, and keep their work.",
            "",
            "Exit codes: 0 done; 1 the notes have problems; 2 bad usage; 3 a file is in the way."
        })
public final class HandoutCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR|FILE.zip",
            description = "where to: a folder, new, empty or an earlier handout, or a zip archive")
    @SuppressWarnings("NullAway.Init") // picocli demands it
    private Path out;

    @Option(names = "--labs", paramLabel = "LABS", description = "1-4,6 or echo,udp; all if left out")
    private @Nullable String labs;

    @Option(
            names = "--template",
            description =
                    "for a repository that students' repositories are made from: with a workflow that runs their tests")
    private boolean template;

    @Override
    public Integer call() throws CourseException, IOException {
        Course course = Course.here();
        List<Lab> chosen = labs == null ? course.labs() : LabSelection.of(course, labs);
        Handout handout;
        try {
            handout = new HandoutBuilder(course, chosen, template).build();
        } catch (NotesException broken) {
            broken.problems().forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getErr().println("The notes have problems; nothing was written.");
            return ExitCode.SOFTWARE;
        }
        handout.write(out);
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %s; %d files.%n",
                        out.toAbsolutePath().normalize(),
                        chosen.stream().map(Lab::id).collect(Collectors.joining(", ")),
                        handout.files().size());
        spec.commandLine().getOut().println("Students begin with README.md in it.");
        return ExitCode.OK;
    }
}

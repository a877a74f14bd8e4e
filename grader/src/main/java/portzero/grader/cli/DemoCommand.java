package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import portzero.grader.cli.console.DemoTable;
import portzero.grader.cli.option.NotesUrlOption;
import portzero.grader.cli.option.SandboxOption;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.demo.SampleCohort;
import portzero.grader.intake.IntakeOptions;
import portzero.grader.intake.SubmissionsFolder;
import portzero.grader.limits.Limits;
import portzero.grader.limits.LimitsException;
import portzero.grader.run.coordinator.Coordinator;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.sandbox.SharedTempDir;
import portzero.grader.store.ResultStore;
import portzero.grader.store.ResultsException;
import portzero.grader.store.ResultsLock;
import portzero.grader.suite.SuiteException;

/** Grades a sample class and renders the notes. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Grade a sample class (right, wrong and broken submissions), render the notes, and say what to open.")
final class DemoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", description = "where to; default: target/demo")
    private @Nullable Path out;

    @Option(
            names = "--lab",
            paramLabel = "LAB",
            defaultValue = "echo",
            description = "whose solutions and mistakes to grade; default: echo")
    private String word = "echo";

    @Option(names = "--all", description = "all mistakes of the lab; a dozen of them if left out")
    private boolean all;

    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Override
    public Integer call()
            throws CourseException, SuiteException, SandboxUnavailableException, ResultsException, LimitsException,
                    IOException, InterruptedException {
        Course course = Course.here();
        Path folder = out == null ? course.home().resolve("target/demo") : out;
        Lab lab = course.lab(word);
        requireFree(folder.resolve("results"));
        SampleCohort.make(lab, folder.resolve("submissions"), all);
        SampleCohort.delete(folder.resolve("results"));
        int code = grade(course, lab, folder);
        PrintWriter printer = spec.commandLine().getOut();
        printer.println();
        DemoTable.print(ResultStore.open(folder.resolve("results")), printer);
        printer.println();
        printer.println("Open the report  " + absolute(folder.resolve("results/index.html")));
        printer.println("Open the notes   " + absolute(folder.resolve("results/notes/index.html")));
        return code;
    }

    private int grade(Course course, Lab lab, Path folder)
            throws SuiteException, SandboxUnavailableException, ResultsException, LimitsException, IOException,
                    InterruptedException {
        List<String> ids = course.labs().stream().map(Lab::id).toList();
        SubmissionsFolder submissions = SubmissionsFolder.of(folder.resolve("submissions"), ids, IntakeOptions.DEFAULT);
        GradeTask task = new GradeTask(
                course,
                List.of(lab),
                sandbox,
                Limits.DEFAULT,
                new GradeTask.Manner(Coordinator.usualJobs(), false, false, Set.of(), new NotesUrlOption()),
                Optional.empty());
        PrintWriter printer = spec.commandLine().getOut();
        try (SharedTempDir shared = SharedTempDir.create()) {
            Sandbox chosen = sandbox.orNone(shared);
            printer.println(
                    chosen.kind() == SandboxKind.NONE
                            ? "Grading a sample class WITHOUT a sandbox, which this machine lacks; ./lab doctor says why."
                            : "Grading a sample class in the sandbox "
                                    + chosen.kind().cliName() + ".");
            printer.flush();
            return task.run(
                    submissions.submissions(),
                    folder.resolve("results"),
                    chosen,
                    shared,
                    printer,
                    spec.commandLine().getErr());
        }
    }

    /** What another demonstration is writing must not be deleted. */
    private static void requireFree(Path results) throws ResultsException {
        if (ResultStore.isResults(results)) {
            ResultsLock.open(results).close();
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}

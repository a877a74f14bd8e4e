package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.cli.option.LimitsOptions;
import portzero.grader.cli.option.SandboxOption;
import portzero.grader.cli.option.WithoutOption;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.limits.Limits;
import portzero.grader.limits.LimitsException;
import portzero.grader.roster.Roster;
import portzero.grader.roster.RosterException;
import portzero.grader.roster.RosterFile;
import portzero.grader.run.coordinator.Coordinator;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.store.ResultsException;
import portzero.grader.submission.Submission;
import portzero.grader.submission.SubmissionsFolder;
import portzero.grader.suite.SuiteException;

/** Grades a folder of submissions. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = "Grade a folder of submissions, one folder or archive per student, in a sandbox.",
        footer = {
            "",
            "Results are written one by one as they are known: a run that was stopped, even by kill -9, goes on",
            "with --resume. Exit codes: 0 every submission got a result, whatever its score; 1 some could not be",
            "graded through no fault of theirs; 2 bad usage; 3 no sandbox, or a folder cannot be written;",
            "130 stopped by Ctrl-C. A folder of results is for one grader at a time."
        })
final class GradeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the folder of submissions, as a learning platform exports it")
    private Path folder = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "RESULTS", description = "the folder for results")
    private Path out = Path.of("");

    @Option(
            names = "--lab",
            paramLabel = "LAB",
            description =
                    "the lab that was handed in; all labs if left out, and then each submission is a whole checkout")
    private @Nullable String lab;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "how many submissions are graded at a time; default: two for each processor")
    private int jobs = Coordinator.usualJobs();

    @Option(
            names = "--roster",
            paramLabel = "CSV",
            description =
                    "a list of the class with headings, one column of which names the submissions; says who handed in"
                            + " nothing, and its columns go into the gradebook")
    private @Nullable Path roster;

    @Option(names = "--resume", description = "keep results that are there and still hold; grade the rest")
    private boolean resume;

    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Mixin
    private LimitsOptions limits = new LimitsOptions();

    @Mixin
    private WithoutOption without = new WithoutOption();

    @Override
    public Integer call()
            throws CourseException, SuiteException, SandboxUnavailableException, ResultsException, LimitsException,
                    IOException, InterruptedException {
        if (jobs < 1) {
            throw new ParameterException(spec.commandLine(), "--jobs must be at least 1 but was " + jobs);
        }
        Course course = Course.here();
        List<Lab> labs = lab == null ? course.labs() : List.of(course.lab(lab));
        SubmissionsFolder submissions = submissions(course);
        Limits chosen = limits.limits(spec.commandLine().getErr(), folder, Path.of(""));
        GradeTask.Manner manner = new GradeTask.Manner(jobs, resume, without.off());
        GradeTask task =
                new GradeTask(course, labs, sandbox, chosen, manner, roster(roster, submissions.submissions()));
        return task.run(
                submissions.submissions(),
                out,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    private Optional<Roster> roster(@Nullable Path file, List<Submission> submissions) throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        try {
            RosterFile.Match match = RosterFile.read(file).match(submissions);
            match.sentences().forEach(spec.commandLine().getErr()::println);
            return Optional.of(match.roster());
        } catch (RosterException unusable) {
            throw usage(String.valueOf(unusable.getMessage()));
        }
    }

    private SubmissionsFolder submissions(Course course) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw usage(folder
                    + (Files.exists(folder)
                            ? " is not a folder; give the folder that holds one folder or archive per student."
                            : " does not exist; check the name."));
        }
        List<String> ids = course.labs().stream().map(Lab::id).toList();
        SubmissionsFolder found = SubmissionsFolder.of(folder, new ArrayList<>(ids));
        PrintWriter err = spec.commandLine().getErr();
        found.ignored().forEach(reason -> err.println("Ignored: " + reason));
        if (found.submissions().isEmpty()) {
            throw usage(folder + " holds no submissions; it must hold one folder or archive per student.");
        }
        return found;
    }

    private ParameterException usage(String sentence) {
        return new BadInputException(spec.commandLine(), sentence);
    }
}

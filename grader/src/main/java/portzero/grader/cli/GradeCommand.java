package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
import portzero.grader.cli.option.NotesUrlOption;
import portzero.grader.cli.option.SandboxOption;
import portzero.grader.cli.option.WithoutOption;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.intake.IntakeOptions;
import portzero.grader.intake.Submission;
import portzero.grader.intake.SubmissionsFolder;
import portzero.grader.limits.Limits;
import portzero.grader.limits.LimitsException;
import portzero.grader.roster.RosterException;
import portzero.grader.roster.RosterFile;
import portzero.grader.roster.RosterMatch;
import portzero.grader.run.coordinator.Coordinator;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.store.ResultsException;
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

    @Option(names = "--out", paramLabel = "RESULTS", description = "the folder for results; needed unless --dry-run")
    private @Nullable Path out;

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

    @Option(
            names = "--student",
            paramLabel = "NAME",
            description = "grade only this one, by name, id, login or key; results of others that are there stay")
    private @Nullable String student;

    @Option(
            names = "--names",
            paramLabel = "PATTERN",
            description =
                    "how the entries are named, if not as a platform names them: {name} or {id}, and {time}, {file} and *"
                            + " for the rest, as in \"{id}_{name}_{file}\"")
    private @Nullable String names;

    @Option(
            names = "--attempt",
            paramLabel = "WHICH",
            defaultValue = "newest",
            description = "which of several attempts counts, newest or first; default: newest")
    private String attempt = "newest";

    @Option(names = "--dry-run", description = "say what is understood of the submissions and the roster, and stop")
    private boolean dryRun;

    @Option(names = "--force", description = "grade even if the roster names none of the submissions")
    private boolean force;

    @Option(names = "--resume", description = "keep results that are there and still hold; grade the rest")
    private boolean resume;

    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Mixin
    private LimitsOptions limits = new LimitsOptions();

    @Mixin
    private NotesUrlOption notesUrl = new NotesUrlOption();

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
        SubmissionsFolder found = submissions(course);
        PrintWriter err = spec.commandLine().getErr();
        Limits chosen = limits.limits(err, folder, Path.of(""));
        if (out == null && !dryRun) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--out=RESULTS'");
        }
        GradeTask.Manner manner = new GradeTask.Manner(jobs, resume, student != null, without.off(), notesUrl);
        if (out != null && !dryRun) {
            manner.refuseToOverwrite(out);
        }
        Optional<RosterMatch> match = roster == null ? Optional.empty() : match(roster, found.submissions());
        List<Submission> all = match.map(RosterMatch::submissions).orElse(found.submissions());
        new IntakeSummary(found, match, all).print(spec.commandLine().getOut(), err);
        List<Submission> graded = student == null ? all : List.of(StudentChoice.of(all, student, this::usage));
        if (out == null || dryRun) {
            return ExitCode.DONE;
        }
        GradeTask task = new GradeTask(course, labs, sandbox, chosen, manner, match.map(RosterMatch::roster));
        return task.run(graded, out, spec.commandLine().getOut(), err);
    }

    private Optional<RosterMatch> match(Path file, List<Submission> submissions) throws IOException {
        try {
            RosterFile list = RosterFile.read(file);
            try {
                return Optional.of(list.match(submissions));
            } catch (RosterException nobody) {
                if (!force) {
                    throw nobody;
                }
                spec.commandLine().getErr().println(nobody.getMessage());
                return Optional.empty();
            }
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
        SubmissionsFolder found = scan(ids);
        if (found.submissions().isEmpty()) {
            found.ignored().forEach(reason -> spec.commandLine().getErr().println("Ignored: " + reason));
            throw usage(folder + " holds no submissions; it must hold one folder or archive per student.");
        }
        return found;
    }

    private SubmissionsFolder scan(List<String> labIds) throws IOException {
        try {
            return SubmissionsFolder.of(folder, labIds, new IntakeOptions(names, attempt()));
        } catch (IllegalArgumentException unusable) {
            throw usage("--names " + unusable.getMessage() + ".");
        }
    }

    private IntakeOptions.Attempt attempt() {
        return switch (attempt) {
            case "newest" -> IntakeOptions.Attempt.NEWEST;
            case "first" -> IntakeOptions.Attempt.FIRST;
            default -> throw usage("--attempt must be newest or first but was " + attempt + ".");
        };
    }

    private ParameterException usage(String sentence) {
        return new BadInputException(spec.commandLine(), sentence);
    }
}

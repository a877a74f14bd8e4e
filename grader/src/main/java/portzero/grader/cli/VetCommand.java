package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.cli.console.ConsoleProgress;
import portzero.grader.cli.console.ConsoleProgressBar;
import portzero.grader.cli.console.NotesLinks;
import portzero.grader.cli.option.LimitsOptions;
import portzero.grader.cli.option.OptionalNumberConsumer;
import portzero.grader.cli.option.SandboxOption;
import portzero.grader.cli.option.WithoutOption;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.limits.Limits;
import portzero.grader.limits.LimitsException;
import portzero.grader.run.coordinator.Coordinator;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.sandbox.SharedTempDir;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.SuiteException;
import portzero.grader.vet.KillMatrix;
import portzero.grader.vet.MatrixFile;
import portzero.grader.vet.MatrixText;
import portzero.grader.vet.MistakeShare;
import portzero.grader.vet.RepeatCounts;
import portzero.grader.vet.Vetting;

/** Vets labs: the skeleton scores 0, right solutions 100, each mistake fails exactly what it should. */
@Command(
        name = "vet",
        mixinStandardHelpOptions = true,
        description =
                "Prove that a lab's tests tell right from wrong: the skeleton scores 0, solutions and alternatives"
                        + " 100, each mistake fails exactly the tests of its manifest.")
final class VetCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "LAB", description = "lab02, 2 or echo, or several; all labs if left out")
    private List<String> words = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "write the kill matrix to this file")
    private @Nullable Path json;

    @Option(
            names = "--signatures",
            description = "add how each mistake fails its tests to the table by which mistakes are named, in the lab's"
                    + " solutions/*/signatures.json")
    private boolean signatures;

    @Option(names = "--repeat", paramLabel = "N", defaultValue = "1", description = "grade each right solution N times")
    private int repeat;

    @Option(
            names = "--repeat-mistakes",
            paramLabel = "N",
            defaultValue = "1",
            description = "grade each mistake N times; it must fail the same tests each time")
    private int repeatMistakes;

    @Option(
            names = "--mistakes",
            paramLabel = "SHARE",
            description = "grade a share of the mistakes: all, none, or 1/4, 2/4, ... (each fourth, beginning with the"
                    + " first, the second, ...)")
    private String mistakes = "all";

    @Option(
            names = "--load",
            arity = "0..1",
            paramLabel = "N",
            defaultValue = "0",
            fallbackValue = "1",
            parameterConsumer = OptionalNumberConsumer.class,
            description = "keep every processor busy meanwhile, with N threads for each; 1 if left out")
    private int load;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "how many programs are graded at a time; default: two for each processor")
    private int jobs = Coordinator.usualJobs();

    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Mixin
    private LimitsOptions limits = new LimitsOptions();

    @Mixin
    private WithoutOption without = new WithoutOption();

    @Override
    public Integer call()
            throws CourseException, SuiteException, SandboxUnavailableException, LimitsException, IOException,
                    InterruptedException {
        if (load < 0) {
            throw new ParameterException(spec.commandLine(), "--load must not be negative but was " + load);
        }
        if (repeat < 1 || repeatMistakes < 1 || jobs < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--repeat, --repeat-mistakes and --jobs must be at least 1");
        }
        share(); // a wrong one is said before anything is built
        Course course = Course.here();
        List<Lab> labs = labs(course);
        KillMatrix matrix = vet(course, labs);
        if (json != null) {
            MatrixFile.write(json, matrix);
        }
        return matrix.ok() ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }

    private List<Lab> labs(Course course) throws CourseException {
        List<Lab> named = new ArrayList<>();
        for (String word : words) {
            named.add(course.lab(word));
        }
        return named.isEmpty() ? course.labs() : List.copyOf(new LinkedHashSet<>(named));
    }

    private KillMatrix vet(Course course, List<Lab> labs)
            throws SuiteException, SandboxUnavailableException, LimitsException, IOException, InterruptedException {
        Limits chosenLimits = limits.limits(spec.commandLine().getErr(), Path.of(""));
        List<KillMatrix.LabMatrix> matrices = new ArrayList<>();
        try (SharedTempDir shared = SharedTempDir.create()) {
            Sandbox chosen = sandbox.orNone(shared);
            if (chosen.kind() == SandboxKind.NONE) {
                spec.commandLine().getErr().println("Vetting WITHOUT a sandbox; ./lab doctor says what is missing.");
            }
            for (Lab one : labs) {
                KillMatrix.LabMatrix matrix = vet(course, one, chosenLimits, chosen, shared);
                matrices.add(matrix);
                print(MatrixText.of(matrix));
            }
        }
        KillMatrix matrix = new KillMatrix(1, matrices);
        if (labs.size() > 1) {
            print(MatrixText.problems(matrix));
        }
        return matrix;
    }

    private KillMatrix.LabMatrix vet(Course course, Lab one, Limits within, Sandbox chosen, SharedTempDir shared)
            throws SuiteException, LimitsException, IOException, InterruptedException {
        Suite suite = SuiteBuild.of(one);
        Vetting vetting = Vetting.of(
                suite, new RepeatCounts(repeat, repeatMistakes), share(), NotesLinks.readings(course.home()));
        if (signatures) {
            vetting = vetting.writingSignatures();
        }
        Coordinator coordinator =
                new Coordinator(course.home(), chosen, shared, List.of(suite), within, jobs, without.off());
        coordinator.requireStart();
        try (ShutdownHook hook = new ShutdownHook(coordinator, "Stopped.");
                ConsoleProgressBar bar = new ConsoleProgressBar("vet " + one.name(), "programs", vetting.gradings())) {
            hook.arm();
            return vetting.run(
                    coordinator,
                    load,
                    new ConsoleProgress(bar, spec.commandLine().getErr()));
        }
    }

    private MistakeShare share() {
        try {
            return MistakeShare.parse(mistakes);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--mistakes " + wrong.getMessage());
        }
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}

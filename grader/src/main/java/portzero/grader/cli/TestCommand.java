package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.limits.Limits;
import portzero.grader.report.terminal.FailureText;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.run.coordinator.Coordinator;
import portzero.grader.run.worker.CompiledSubmission;
import portzero.grader.run.worker.PublicTests;
import portzero.grader.run.worker.TestFollower;
import portzero.grader.sandbox.Launcher;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.sandbox.Sandboxes;
import portzero.grader.sandbox.SharedTempDir;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.SuiteException;
import portzero.testkit.subject.ForkedRuntime;

/** Runs the public tests on one's own work. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Run the public tests on your work and explain what fails.",
        footer = {"", "Exit codes: 0 all passed; 1 some did not, or it does not compile; 2 bad usage."})
final class TestCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(paramLabel = "LAB", description = "lab02, 2 or echo")
    private String lab = "";

    @Option(names = "--dir", paramLabel = "DIR", description = "the folder with your work; default: the lab's own")
    private @Nullable Path dir;

    @Override
    public Integer call() throws CourseException, SuiteException, SandboxUnavailableException, IOException {
        Course course = Course.here();
        Lab chosen = course.lab(lab);
        Path work = dir == null ? chosen.mainSources() : dir;
        if (!Files.exists(work)) {
            throw new BadInputException(spec.commandLine(), work + " does not exist; check the name after --dir.");
        }
        Suite suite = SuiteBuild.of(chosen);
        try (SharedTempDir shared = SharedTempDir.create()) {
            Sandbox own = Sandboxes.of(SandboxKind.NONE, Path.of(System.getProperty("java.home")), shared);
            List<String> subject = Coordinator.subject(own, Limits.DEFAULT, shared);
            try (ForkedRuntime runtime = new ForkedRuntime(() -> Launcher.start(new ProcessBuilder(subject)))) {
                return test(course, new PublicTests(suite, work, runtime, Limits.DEFAULT));
            }
        }
    }

    private int test(Course course, PublicTests tests) {
        PrintWriter out = spec.commandLine().getOut();
        FailureText text = new FailureText(Terminal.system(), NotesLinks.readings(course.home()));
        Tally tally = new Tally();
        CompiledSubmission compiled = tests.compile();
        if (compiled.refusal() != null) {
            compiled.diagnostics().forEach(out::println);
            return ExitCode.FELL_SHORT;
        }
        tests.run(
                compiled,
                tests.all(),
                PublicTests.newSeed(),
                new TestFollower(
                        result -> {
                            tally.add(result);
                            out.print(text.test(result));
                            out.flush();
                        },
                        () -> false));
        out.println();
        text.advice(tally.results).forEach(out::println);
        out.println(tally.text(100 - tests.hiddenPoints(), 100));
        return tally.failed == 0 ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }

    /** Adds up what the tests gave. */
    private static final class Tally {
        private int passed;
        private int failed;
        private int points;
        private final List<TestResult> results = new ArrayList<>();

        void add(TestResult result) {
            results.add(result);
            points += result.points();
            if (result.outcome() == Outcome.PASSED) {
                passed++;
            } else {
                failed++;
            }
        }

        String text(int most, int all) {
            return String.format(
                    "%d of %d public tests passed: %d of %d points. Hidden tests are worth the other %d.",
                    passed, passed + failed, points, most, all - most);
        }
    }
}

package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.cli.console.LocalTestRun;
import portzero.grader.cli.console.NotesLinks;
import portzero.grader.cli.option.DebugOption;
import portzero.grader.cli.option.PcapOption;
import portzero.grader.cli.option.TestChoiceOptions;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.limits.Limits;
import portzero.grader.report.terminal.FailureText;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.run.coordinator.Coordinator;
import portzero.grader.run.worker.CompiledSubmission;
import portzero.grader.run.worker.PublicTests;
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
        footer = {
            "",
            "--json prints one object by schema/local-run.schema.json of the grader, and nothing else.",
            "--debug has each JVM that your program gets wait for a debugger, and no deadline passes;",
            "choose one task with --task. In an IDE, a test with breakpoints needs no option.",
            "--pcap writes what the tests' sockets saw as packets, with the steps as comments; Wireshark opens it.",
            "",
            "Exit codes: 0 all passed; 1 some did not, or it does not compile; 2 bad usage; 130 Ctrl-C."
        })
final class TestCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(paramLabel = "LAB", description = "lab02, 2 or echo")
    private String lab = "";

    @Option(names = "--dir", paramLabel = "DIR", description = "the folder with your work; default: the lab's own")
    private @Nullable Path dir;

    @Mixin
    private TestChoiceOptions choice = new TestChoiceOptions();

    @Option(names = "--json", description = "print the results for programs")
    private boolean json;

    @Mixin
    private DebugOption debug = new DebugOption();

    @Mixin
    private PcapOption pcap = new PcapOption();

    @Override
    public Integer call() throws CourseException, SuiteException, SandboxUnavailableException, IOException {
        Course course = Course.here();
        Lab chosen = course.lab(lab);
        Path work = dir == null ? chosen.mainSources() : dir;
        if (!Files.exists(work)) {
            throw new BadInputException(spec.commandLine(), work + " does not exist; check the name after --dir.");
        }
        String seed = choice.seed();
        pcap.problem().ifPresent(problem -> {
            throw new BadInputException(spec.commandLine(), problem);
        });
        Suite suite = SuiteBuild.of(chosen);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter prompts = json ? spec.commandLine().getErr() : out;
        try (SharedTempDir shared = SharedTempDir.create()) {
            Sandbox own = Sandboxes.of(SandboxKind.NONE, Path.of(System.getProperty("java.home")), shared);
            List<String> subject = Coordinator.subject(own, Limits.DEFAULT, shared);
            try (ForkedRuntime runtime = debug.runtime(subject, prompts)) {
                PublicTests tests = new PublicTests(suite, work, runtime, debug.limits());
                LocalTestRun run = new LocalTestRun(tests, choice.of(chosen, tests.all()), seed);
                CompiledSubmission done = pcap.capture(
                        () -> json ? run.json(out) : run.tell(out, text(course, work), dir == null),
                        tests.all(),
                        prompts);
                return run.isPassedBy(done) ? ExitCode.DONE : ExitCode.FELL_SHORT;
            }
        }
    }

    private static FailureText text(Course course, Path work) {
        return new FailureText(Terminal.system(), NotesLinks.readings(course.home())).withPlacesIn(work);
    }
}

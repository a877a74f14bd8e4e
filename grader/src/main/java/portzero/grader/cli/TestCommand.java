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
import portzero.grader.suite.TestCase;
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

    @Option(names = "--task", paramLabel = "N", description = "only the tests of this task")
    private @Nullable Integer task;

    @Option(names = "--up-to", paramLabel = "N", description = "only the tests of the tasks up to this one")
    private @Nullable Integer upTo;

    @Option(names = "--json", description = "print the results for programs")
    private boolean json;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "draw the same random bytes as the run that named this seed, 1 to 32 hexadecimal digits")
    private @Nullable String seed;

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
        if (seed != null && !seed.matches("[0-9a-fA-F]{1,32}")) {
            throw bad("--seed must be 1 to 32 hexadecimal digits but was " + seed + ".");
        }
        pcap.problem().ifPresent(problem -> {
            throw bad(problem);
        });
        Suite suite = SuiteBuild.of(chosen);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter prompts = json ? spec.commandLine().getErr() : out;
        try (SharedTempDir shared = SharedTempDir.create()) {
            Sandbox own = Sandboxes.of(SandboxKind.NONE, Path.of(System.getProperty("java.home")), shared);
            List<String> subject = Coordinator.subject(own, Limits.DEFAULT, shared);
            try (ForkedRuntime runtime = debug.runtime(subject, prompts)) {
                PublicTests tests = new PublicTests(suite, work, runtime, debug.limits());
                LocalTestRun run = new LocalTestRun(tests, chosen(tests), seed());
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

    private String seed() {
        return seed == null ? PublicTests.newSeed() : seed.toLowerCase(java.util.Locale.ROOT);
    }

    private List<TestCase> chosen(PublicTests tests) {
        int most = tests.all().stream().mapToInt(TestCase::task).max().orElse(0);
        for (Integer number : new Integer[] {task, upTo}) {
            if (number != null && (number < 1 || number > most)) {
                throw bad("There is no task " + number + "; "
                        + tests.suite().lab().id() + " has tasks 1 to " + most + ".");
            }
        }
        return tests.all().stream()
                .filter(test -> task == null || test.task() == task)
                .filter(test -> upTo == null || test.task() <= upTo)
                .toList();
    }

    private BadInputException bad(String sentence) {
        return new BadInputException(spec.commandLine(), sentence);
    }
}

package portzero.grader.cli.student;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.course.LabServer;
import portzero.grader.limits.Limits;
import portzero.grader.relay.RelayLoop;
import portzero.grader.relay.RelayScreen;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.run.coordinator.Coordinator;
import portzero.grader.run.worker.PublicTests;
import portzero.grader.sandbox.Launcher;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.sandbox.Sandboxes;
import portzero.grader.sandbox.SharedTempDir;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.SuiteException;
import portzero.grader.watch.Keyboard;
import portzero.testkit.subject.ForkedRuntime;

/** Starts one's own server to play with. */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        description = "Start your own server to play with, and see what goes over the wire.",
        footer = {
            "",
            "It runs in a process of its own. Clients connect to this program, which passes on what both",
            "sides say and draws it, with the states of your sockets where the system shows them (Linux).",
            "Keys: r compile and start it again; q quit. On Windows, press Enter after the key.",
            "",
            "Exit codes: 0 ended by q or the end of input; 1 it does not compile or start; 2 bad usage;",
            "130 Ctrl-C."
        })
public final class TryCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(paramLabel = "LAB", description = "lab02, 2 or echo")
    private String lab = "";

    @Option(names = "--dir", paramLabel = "DIR", description = "the folder with your work; default: the lab's own")
    private @Nullable Path dir;

    @Option(names = "--port", paramLabel = "PORT", description = "where clients connect; default: any free port")
    private int port;

    @Override
    public Integer call()
            throws CourseException, SuiteException, SandboxUnavailableException, IOException, InterruptedException {
        Course course = Course.here();
        Lab chosen = course.lab(lab);
        LabServer server = LabServer.require(course, chosen);
        Path work = dir == null ? chosen.mainSources() : dir;
        if (!Files.exists(work)) {
            throw new CourseException(work + " does not exist; check the name after --dir.");
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new CourseException("--port must be 0–65535 but was " + port + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        Terminal terminal = Terminal.system();
        try (SharedTempDir shared = SharedTempDir.create()) {
            Sandbox own = Sandboxes.of(SandboxKind.NONE, Path.of(System.getProperty("java.home")), shared);
            List<String> subject = Coordinator.subject(own, Limits.DEFAULT, shared);
            try (ForkedRuntime runtime = new ForkedRuntime(() -> Launcher.start(new ProcessBuilder(subject)))) {
                RelayScreen screen = new RelayScreen(out, terminal);
                boolean ran = new RelayLoop(
                                new PublicTests(SuiteBuild.of(chosen), work, runtime, Limits.DEFAULT),
                                server,
                                runtime,
                                screen,
                                terminal)
                        .run(port, Keyboard.open(Terminal.isSystemsATerminal()), screen::say);
                return ran ? ExitCode.OK : ExitCode.SOFTWARE;
            }
        }
    }
}

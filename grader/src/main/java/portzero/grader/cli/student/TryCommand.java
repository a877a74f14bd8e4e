package portzero.grader.cli.student;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.cli.option.HostPort;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.course.LabClient;
import portzero.grader.course.LabServer;
import portzero.grader.limits.Limits;
import portzero.grader.relay.ClientLoop;
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
import portzero.grader.suite.SubjectContract;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.SuiteException;
import portzero.grader.watch.Keyboard;
import portzero.testkit.subject.ForkedRuntime;

/** Starts one's own server or client to play with. */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        description = "Start your own server or client to play with, and see what goes over the wire.",
        footer = {
            "",
            "It runs in a process of its own. Clients connect to this program, which passes on what both",
            "sides say and draws it, with the states of your sockets where the system shows them (Linux).",
            "Keys: r compile and start it again; q quit. On Windows, press Enter after the key.",
            "",
            "With --client it is the other way round: start something to speak to, such as",
            "\"nc -l 127.0.0.1 7000\" or your server by \"./lab try LAB --port 7000\", give its address, and type",
            "calls of your client's methods, as in: echo \"hello\\n\". help lists them. Calls can be piped:",
            "",
            "    echo 'echo \"hello\\n\"' | ./lab try echo --client 127.0.0.1:7000",
            "",
            "Exit codes: 0 ended by q, quit or the end of input; 1 it does not compile or start; 2 bad usage;",
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

    @Option(
            names = "--client",
            paramLabel = "HOST:PORT",
            description = "call your client instead, which speaks to whoever is there")
    private @Nullable String client;

    @Override
    public Integer call()
            throws CourseException, SuiteException, SandboxUnavailableException, IOException, InterruptedException {
        Course course = Course.here();
        Lab chosen = course.lab(lab);
        Path work = dir == null ? chosen.mainSources() : dir;
        if (!Files.exists(work)) {
            throw new CourseException(work + " does not exist; check the name after --dir.");
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new CourseException("--port must be 0–65535 but was " + port + ".");
        }
        Session session = client == null
                ? serverSession(course, chosen)
                : clientSession(LabClient.require(course, chosen), HostPort.of("--client", client));
        try (SharedTempDir shared = SharedTempDir.create()) {
            Sandbox own = Sandboxes.of(SandboxKind.NONE, Path.of(System.getProperty("java.home")), shared);
            List<String> subject = Coordinator.subject(own, Limits.DEFAULT, shared);
            try (ForkedRuntime runtime = new ForkedRuntime(() -> Launcher.start(new ProcessBuilder(subject)))) {
                PublicTests tests = new PublicTests(SuiteBuild.of(chosen), work, runtime, Limits.DEFAULT);
                return session.run(tests, runtime) ? ExitCode.OK : ExitCode.SOFTWARE;
            }
        }
    }

    /** Something to play with. */
    private interface Session {
        /** Goes on until the student ends it; whether it could begin. */
        boolean run(PublicTests tests, ForkedRuntime runtime) throws IOException, InterruptedException, SuiteException;
    }

    private Session serverSession(Course course, Lab chosen) throws CourseException {
        if (LabServer.of(chosen).isEmpty() && LabClient.of(chosen).isPresent()) {
            throw new CourseException(chosen.id() + " has no server that could be started by itself, but a client:"
                    + " ./lab try " + chosen.name() + " --client HOST:PORT");
        }
        LabServer server = LabServer.require(course, chosen);
        Terminal terminal = Terminal.system();
        RelayScreen screen = new RelayScreen(spec.commandLine().getOut(), terminal);
        return (tests, runtime) -> new RelayLoop(tests, server, runtime, screen, terminal)
                .run(port, Keyboard.open(Terminal.isSystemsATerminal()), screen::say);
    }

    private Session clientSession(LabClient description, InetSocketAddress server) {
        Terminal terminal = Terminal.system();
        return (tests, runtime) -> {
            List<SubjectContract> classes = new ArrayList<>();
            for (String name : description.names()) {
                classes.add(SubjectContract.find(tests.suite(), name)
                        .orElseThrow(() -> new SuiteException("No test of "
                                + tests.suite().lab().id() + " uses " + name
                                + ", which lab.properties calls a client; correct the name there")));
            }
            RelayScreen screen = new RelayScreen(
                    spec.commandLine().getOut(), terminal, classes.get(0).name());
            return new ClientLoop(tests, classes, description.transport(), runtime, screen, terminal)
                    .run(server, port, Keyboard.isInput(Terminal.isSystemsATerminal()), screen::say);
        };
    }
}

package portzero.grader.cli.student;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.cli.console.ChallengeRun;
import portzero.grader.cli.console.NotesLinks;
import portzero.grader.cli.option.HostPort;
import portzero.grader.cli.option.TestChoiceOptions;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.course.LabServer;
import portzero.grader.report.terminal.FailureText;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.result.ChallengeOutcome;
import portzero.grader.run.worker.ExternalTests;
import portzero.grader.run.worker.StartTrial;
import portzero.grader.sandbox.Launcher;
import portzero.grader.sandbox.SharedTempDir;
import portzero.grader.store.ChallengeJson;
import portzero.grader.suite.ServerContract;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.SuiteException;
import portzero.grader.suite.TestCase;
import portzero.grader.text.SafeText;
import portzero.testkit.await.Deadlines;
import portzero.testkit.external.CommandTemplate;
import portzero.testkit.external.ExternalRuntime;
import portzero.testkit.external.StartArguments;

/** Checks a program in any language. */
@Command(
        name = "challenge",
        mixinStandardHelpOptions = true,
        customSynopsis = {
            "lab challenge LAB [--task N] [--up-to N] [--seed S] [--json] -- COMMAND…",
            "       lab challenge LAB [--task N] [--up-to N] [--seed S] [--json] --connect HOST:PORT"
        },
        description = "Check a server in any language with those tests of a lab that need no method call.",
        footer = {
            "",
            "Each test starts the command anew. In it, {host} and {port} become the address to listen on;",
            "a lab whose server is started with more has a placeholder for it, and says so where it is",
            "missing. No shell has a part in it; to use one, say: -- sh -c 'exec …'. In PowerShell, quote",
            "'{port}'. Example:",
            "",
            "    ./lab challenge echo -- python3 server.py {host} {port}",
            "",
            "The program must listen at that address, stay in the foreground, and end when it is told to",
            "(SIGTERM). It runs as you do, without a sandbox.",
            "",
            "--json prints one object by schema/challenge.schema.json of the grader, and nothing else.",
            "",
            "Exit codes: 0 all tests passed that can be carried out from outside; 1 some did not, or it",
            "does not start; 2 bad usage; 130 Ctrl-C."
        })
public final class ChallengeCommand implements Callable<Integer> {

    private static final int PATIENCE = 2_000; // milliseconds, for one that is said to run already
    private static final int LONGEST = 2_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LAB", description = "lab02, 2 or echo")
    private String lab = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "the program and its arguments, after --")
    private List<String> command = new ArrayList<>();

    @Option(names = "--connect", paramLabel = "HOST:PORT", description = "a program that runs already, instead")
    private @Nullable String connect;

    @Option(names = "--json", description = "print the results for programs")
    private boolean json;

    @Mixin
    private TestChoiceOptions choice = new TestChoiceOptions();

    private boolean stretched;

    @Override
    public Integer call() throws CourseException, SuiteException, IOException {
        Course course = Course.here();
        Lab chosen = course.lab(lab);
        LabServer server = LabServer.require(course, chosen);
        String seed = choice.seed();
        Suite suite = SuiteBuild.of(chosen);
        ServerContract contract = ServerContract.of(suite, server.description().name());
        List<TestCase> tests = choice.of(chosen, suite.tests());
        try (SharedTempDir temporary = SharedTempDir.create();
                ExternalRuntime runtime = runtime(chosen, server, contract, temporary.sharedFolder("arguments"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(runtime::close, "end-programs")); // stays: once is enough
            boolean passed = starts(runtime, suite, contract, server) && run(course, suite, runtime, tests, seed);
            return passed ? ExitCode.OK : ExitCode.SOFTWARE;
        } finally {
            if (stretched) {
                System.clearProperty(Deadlines.SCALE);
            }
        }
    }

    private boolean run(Course course, Suite suite, ExternalRuntime runtime, List<TestCase> tests, String seed) {
        FailureText text = new FailureText(Terminal.system(), NotesLinks.readings(course.home()));
        ChallengeRun run = new ChallengeRun(text, spec.commandLine().getOut());
        ExternalTests external = new ExternalTests(suite, runtime);
        return json ? run.json(external, suite, tests, seed) : run.run(external, tests, seed);
    }

    private ExternalRuntime runtime(Lab chosen, LabServer server, ServerContract contract, Path folder)
            throws CourseException {
        if (connect != null) {
            return running(chosen, server, connect);
        }
        if (command.isEmpty()) {
            throw new CourseException("Say how to start the program, as in: ./lab challenge " + chosen.name() + " -- "
                    + example(contract) + "; or --connect HOST:PORT for one that runs already.");
        }
        CommandTemplate template = new CommandTemplate(command);
        if (!template.has(CommandTemplate.PORT)) {
            throw new CourseException(
                    "The command has no {port} in it, by which the program is told where to listen; say: "
                            + example(contract));
        }
        for (String name : StartArguments.names(contract.start())) {
            if (!template.has(name)) {
                throw new CourseException("The server of " + chosen.id() + " is started with " + name + " as well; put "
                        + CommandTemplate.placeholder(name) + " into the command, which becomes "
                        + StartArguments.meaning(contract.start(), name) + ". Say: " + example(contract));
            }
        }
        return ExternalRuntime.started(server.description(), template, Launcher::start, folder);
    }

    private ExternalRuntime running(Lab chosen, LabServer server, String where) throws CourseException {
        if (!command.isEmpty()) {
            throw new CourseException("Give either a command or --connect, not both.");
        }
        if (!server.keepsNothing()) {
            throw new CourseException(
                    "The tests of " + chosen.id() + " begin with a server that no client has spoken to, and"
                            + " start it anew each time: --connect cannot be used. Give a command instead.");
        }
        InetSocketAddress address = HostPort.of("--connect", where);
        try (Socket probe = new Socket()) {
            probe.connect(address, PATIENCE);
        } catch (IOException refused) {
            throw new CourseException("Nobody accepts a connection on " + where + " (" + refused.getMessage()
                    + "); start the program first.");
        }
        return ExternalRuntime.running(server.description(), address);
    }

    private static String example(ServerContract contract) {
        StringBuilder example = new StringBuilder("python3 server.py {host} {port}");
        StartArguments.names(contract.start())
                .forEach(name -> example.append(' ').append(CommandTemplate.placeholder(name)));
        return example.toString();
    }

    /** Starts it once, to say at once what would otherwise fail in each test, and to see how long it takes. */
    private boolean starts(ExternalRuntime runtime, Suite suite, ServerContract contract, LabServer server)
            throws SuiteException {
        PrintWriter out = spec.commandLine().getOut();
        Terminal terminal = Terminal.system();
        if (connect != null) {
            return true;
        }
        StartTrial trial = StartTrial.of(runtime, contract, contract.arguments(server.samples()));
        if (trial.failure() != null && json) {
            out.print(
                    ChallengeJson.text(ChallengeOutcome.notStarted(suite.lab().id(), suite.digest(), trial.failure())));
            out.flush();
            return false;
        }
        if (trial.failure() != null) {
            SafeText.block("The program does not start: " + trial.failure(), LONGEST)
                    .lines()
                    .forEach(line -> terminal.wrap(line).forEach(out::println));
            return false;
        }
        Duration took = trial.took();
        stretched = trial.allowForIt();
        if (json) {
            return true;
        }
        terminal.wrap(String.format(Locale.ROOT, "It starts within %.2f s.", took.toMillis() / 1e3)
                        + (stretched ? " All deadlines are longer for that." : ""))
                .forEach(out::println);
        return true;
    }
}

package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.cli.console.NotesLinks;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.course.LabProgress;
import portzero.grader.limits.Limits;
import portzero.grader.report.terminal.FailureText;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.run.coordinator.Coordinator;
import portzero.grader.sandbox.Launcher;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.sandbox.Sandboxes;
import portzero.grader.sandbox.SharedTempDir;
import portzero.grader.suite.SuiteException;
import portzero.grader.watch.Keyboard;
import portzero.grader.watch.WatchLoop;
import portzero.grader.watch.WatchScreen;
import portzero.testkit.subject.ForkedRuntime;

/** Runs the public tests on every save. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Run the public tests on your work each time you save a file.",
        footer = {
            "",
            "Only the tests that a change concerns run, those that failed before first. Keys:",
            "h a hint; a all tests, each failure explained; n the next task; o where the notes are;",
            "w the wire of the failure; q quit. On Windows, press Enter after the key.",
            "",
            "Exit codes: 0 ended by q; 2 bad usage; 130 ended by Ctrl-C."
        })
final class WatchCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(
            paramLabel = "LAB",
            arity = "0..1",
            description = "lab02, 2 or echo; default: the lab whose files you save, and at first the one that is next")
    private @Nullable String lab;

    @Override
    public Integer call()
            throws CourseException, SuiteException, SandboxUnavailableException, IOException, InterruptedException {
        Course course = Course.here();
        Lab first = lab == null ? next(course) : course.lab(lab);
        PrintWriter out = spec.commandLine().getOut();
        Terminal terminal = Terminal.system();
        FailureText failures = new FailureText(terminal, NotesLinks.readings(course.home()));
        try (SharedTempDir shared = SharedTempDir.create()) {
            Sandbox own = Sandboxes.of(SandboxKind.NONE, Path.of(System.getProperty("java.home")), shared);
            List<String> subject = Coordinator.subject(own, Limits.DEFAULT, shared);
            try (ForkedRuntime runtime = ForkedRuntime.inReserve(() -> Launcher.start(new ProcessBuilder(subject)))) {
                new WatchLoop(
                                course,
                                runtime,
                                new WatchScreen(out, terminal, failures),
                                Keyboard.open(Terminal.isSystemsATerminal()))
                        .run(first, lab != null);
            }
        }
        return ExitCode.DONE;
    }

    /** The first lab that has something left to write. */
    private static Lab next(Course course) throws CourseException {
        return course.labs().stream()
                .filter(one -> !LabProgress.of(one).isWritten())
                .findFirst()
                .or(() -> course.labs().stream().findFirst())
                .orElseThrow(() -> new CourseException(
                        "There is no lab in " + course.home().resolve("labs")));
    }
}

package portzero.grader.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import portzero.grader.cli.student.ChallengeCommand;
import portzero.grader.cli.student.HandoutCommand;
import portzero.grader.cli.student.PackCommand;
import portzero.grader.cli.student.ResetCommand;
import portzero.grader.cli.student.TryCommand;
import portzero.grader.cli.student.UpdateCommand;
import portzero.grader.course.Course;
import portzero.grader.notes.RendererWarmup;

/** The command {@code lab}. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        version = "Portzero 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = "Socket programming in Java: labs, tests, grading, notes.",
        footer = {
            "",
            "LAB is lab02, 2 or echo. ./lab COMMAND --help tells more.",
            "",
            "Exit codes: 0 done; 1 the work fell short (tests failed, vetting failed); 2 bad usage;",
            "3 the environment lacks something (no sandbox, wrong JDK)."
        })
public final class LabCommand {
    /** In the order in which the help lists them. */
    private static final List<Class<?>> COMMANDS = List.of(
            ListCommand.class,
            TestCommand.class,
            WatchCommand.class,
            HintCommand.class,
            TryCommand.class,
            ChallengeCommand.class,
            PackCommand.class,
            ResetCommand.class,
            UpdateCommand.class,
            GradeCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            VetCommand.class,
            NotesCommand.class,
            DemoCommand.class,
            DoctorCommand.class,
            HandoutCommand.class);

    /** Those that need what students do not have. */
    private static final Set<Class<?>> FOR_INSTRUCTORS = Set.of(
            GradeCommand.class,
            ReportCommand.class,
            VetCommand.class,
            DemoCommand.class,
            DoctorCommand.class,
            HandoutCommand.class);

    private LabCommand() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("notes")) {
            RendererWarmup.start();
        }
        Charset charset = Optional.ofNullable(System.getProperty("stdout.encoding"))
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
        PrintWriter out = new PrintWriter(System.out, true, charset);
        PrintWriter err = new PrintWriter(System.err, true, charset);
        int code = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs a command. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        boolean isHandout = Course.isHandout(Path.of(System.getProperty(Course.HOME, "")));
        if (isHandout
                && args.length > 0
                && FOR_INSTRUCTORS.stream().anyMatch(command -> name(command).equals(args[0]))) {
            err.println(
                    "./lab " + args[0] + " is for instructors and needs a checkout of the course; this is a handout,"
                            + " which has no hidden tests. ./lab --help lists what there is here.");
            return ExitCode.USAGE;
        }
        CommandLine line = commands(isHandout, args)
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler(new UsageErrorHandler())
                .setExecutionExceptionHandler(new ExecutionErrorHandler());
        if (args.length == 0) {
            line.usage(out);
            return ExitCode.USAGE;
        }
        return line.execute(args);
    }

    /**
     * The command with those that the arguments may call: if they begin with the name of one, it is the only one. To go
     * through the options of all of them takes picocli longer than to list the labs.
     */
    private static CommandLine commands(boolean isHandout, String... args) {
        CommandLine line = new CommandLine(new LabCommand());
        Optional<Class<?>> called = COMMANDS.stream()
                .filter(command -> args.length > 0 && name(command).equals(args[0]))
                .findFirst();
        called.map(List::<Class<?>>of).orElse(COMMANDS).stream()
                .filter(command -> !isHandout || !FOR_INSTRUCTORS.contains(command))
                .forEach(command -> line.addSubcommand(name(command), command));
        return line;
    }

    /** The word that calls it: {@code grade} for {@code GradeCommand}. */
    private static String name(Class<?> command) {
        return command.getSimpleName().replace("Command", "").toLowerCase(Locale.ROOT);
    }
}

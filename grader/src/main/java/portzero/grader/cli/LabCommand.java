package portzero.grader.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
            GradeCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            VetCommand.class,
            NotesCommand.class,
            DemoCommand.class,
            DoctorCommand.class);

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
        CommandLine line = commands(args)
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
    private static CommandLine commands(String... args) {
        CommandLine line = new CommandLine(new LabCommand());
        Optional<Class<?>> called = COMMANDS.stream()
                .filter(command -> args.length > 0 && name(command).equals(args[0]))
                .findFirst();
        called.map(List::<Class<?>>of).orElse(COMMANDS).forEach(command -> line.addSubcommand(name(command), command));
        return line;
    }

    /** The word that calls it: {@code grade} for {@code GradeCommand}. */
    private static String name(Class<?> command) {
        return command.getSimpleName().replace("Command", "").toLowerCase(Locale.ROOT);
    }
}

package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import portzero.grader.course.CourseException;
import portzero.grader.limits.LimitsException;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.score.ResultsException;
import portzero.grader.suite.SuiteException;

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
        },
        subcommands = {
            ListCommand.class,
            TestCommand.class,
            GradeCommand.class,
            ReportCommand.class,
            VetCommand.class,
            NotesCommand.class,
            DemoCommand.class,
            DoctorCommand.class
        })
public final class Lab {

    private Lab() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
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
        CommandLine line = new CommandLine(new Lab())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler(new ParameterTrouble())
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        if (args.length == 0) {
            line.usage(out);
            return ExitCode.USAGE;
        }
        return line.execute(args);
    }

    /** One clear sentence for what a user can do something about; a trace only for what nobody foresaw. */
    private static int explain(Exception failure, CommandLine command) throws Exception {
        PrintWriter err = command.getErr();
        if (failure instanceof CourseException || failure instanceof ResultsException) {
            err.println(failure.getMessage());
            // A name that makes no sense is the user's; a folder that the system refuses is the environment's.
            return failure.getCause() instanceof IOException ? ExitCode.ENVIRONMENT : ExitCode.USAGE;
        }
        if (failure instanceof LimitsException) {
            err.println(failure.getMessage());
            return ExitCode.USAGE;
        }
        if (failure instanceof SandboxUnavailableException) {
            err.println(failure.getMessage());
            return ExitCode.ENVIRONMENT;
        }
        if (failure instanceof SuiteException) {
            err.println(failure.getMessage());
            return ExitCode.FELL_SHORT;
        }
        if (failure instanceof IOException broken) {
            err.println(Sentences.of(broken));
            return ExitCode.ENVIRONMENT;
        }
        throw failure;
    }
}

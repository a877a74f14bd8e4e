package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import portzero.grader.course.CourseException;
import portzero.grader.io.IoErrorMessages;
import portzero.grader.limits.LimitsException;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.store.ResultsException;
import portzero.grader.suite.SuiteException;

/** One clear sentence for what a user can do something about; a trace only for what nobody foresaw. */
final class ExecutionErrorHandler implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
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
            err.println(IoErrorMessages.of(broken));
            return ExitCode.ENVIRONMENT;
        }
        throw failure;
    }
}

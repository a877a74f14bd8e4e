package portzero.grader.cli;

import java.io.PrintWriter;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, in a sentence, and where to look. */
final class UsageErrorHandler implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException trouble, String[] args) {
        PrintWriter err = trouble.getCommandLine().getErr();
        err.println(trouble.getMessage());
        if (!(trouble instanceof BadInputException)) {
            suggest(trouble, err);
            err.println("See ./" + trouble.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }

    private static void suggest(ParameterException trouble, PrintWriter err) {
        if (trouble instanceof UnmatchedArgumentException unmatched) {
            unmatched.getSuggestions().forEach(suggestion -> err.println("Did you mean ./" + suggestion + "?"));
        }
    }
}

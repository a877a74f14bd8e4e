package portzero.grader.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Input that is understood and cannot be used: the sentence says all, the usage text would only hide it. */
final class BadInputException extends ParameterException {

    private static final long serialVersionUID = 1;

    BadInputException(CommandLine command, String sentence) {
        super(command, sentence);
    }
}

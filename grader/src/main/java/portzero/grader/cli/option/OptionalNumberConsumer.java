package portzero.grader.cli.option;

import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes the word behind an option for its number only if it is one, so that in {@code --load echo} the lab stays a lab. */
public final class OptionalNumberConsumer implements IParameterConsumer {

    @Override
    @SuppressWarnings("JdkObsolete") // picocli hands over this type
    public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
        boolean given = !words.isEmpty() && words.peek().matches("-?[0-9]{1,9}");
        option.setValue(Integer.valueOf(given ? words.pop() : ((OptionSpec) option).fallbackValue()));
    }
}

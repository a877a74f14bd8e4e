package portzero.grader.prompt;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import portzero.testkit.trace.DisplayText;

/** A call that somebody typed. */
public final class PromptCall {

    private final Method method;
    private final @Nullable Object[] arguments;

    PromptCall(Method method, @Nullable Object[] arguments) {
        this.method = method;
        this.arguments = arguments;
    }

    public Method method() {
        return method;
    }

    /** What it is called with; not to be changed. */
    public @Nullable Object[] arguments() {
        return arguments;
    }

    /** {@code echo(127.0.0.1:7000, 6 bytes "hello\n")}. */
    @Override
    public String toString() {
        return method.getName()
                + Arrays.stream(arguments).map(DisplayText::value).collect(Collectors.joining(", ", "(", ")"));
    }
}

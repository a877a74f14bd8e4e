package portzero.grader.compile;

import java.util.List;
import java.util.Map;

/**
 * What came of compiling: class files, or what is wrong.
 *
 * @param classes binary names, {@code portzero.echo.EchoServer$1}, and class files; empty when it failed
 * @param errors why it failed, the first {@value Compiler#MOST_ERRORS}; empty when it succeeded
 */
public record Compilation(Map<String, byte[]> classes, List<CompilerMessage> errors) {
    public Compilation {
        classes = Map.copyOf(classes);
        errors = List.copyOf(errors);
    }

    public boolean succeeded() {
        return errors.isEmpty();
    }

    static Compilation failed(List<CompilerMessage> errors) {
        return new Compilation(Map.of(), errors);
    }

    static Compilation failed(String message) {
        return failed(List.of(CompilerMessage.general(message)));
    }
}

package portzero.grader.compile;

import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * An error that the compiler found.
 *
 * @param path the file, as the student named it; empty when the error is in no file
 * @param line counted from 1; 0 when the error is in no line
 * @param message one line, at most 300 characters
 * @param code the line that the error is in, at most 160 characters; empty when there is none
 */
public record CompilerMessage(String path, long line, String message, String code) {
    private static final int LONGEST_MESSAGE = 300;
    private static final int LONGEST_CODE = 160;

    static CompilerMessage of(Diagnostic<? extends JavaFileObject> diagnostic) {
        var message = diagnostic
                .getMessage(Locale.ENGLISH)
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining("; "));
        if (diagnostic.getSource() instanceof SourceObject object && diagnostic.getLineNumber() > 0) {
            var source = object.source();
            var line = diagnostic.getLineNumber();
            return new CompilerMessage(source.path(), line, cut(message, LONGEST_MESSAGE), code(source, line));
        }
        return general(message);
    }

    static CompilerMessage general(String message) {
        return new CompilerMessage("", 0, cut(message, LONGEST_MESSAGE), "");
    }

    private static String code(SourceFile source, long line) {
        var code = source.text().lines().skip(line - 1).findFirst().orElse("");
        return cut(code.strip().replace('\t', ' '), LONGEST_CODE);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    /** {@code EchoServer.java:12: ';' expected}, and in a second line, indented, the code. */
    @Override
    public String toString() {
        var place = path.isEmpty() ? "" : new SourceFile(path, "").name() + ":" + line + ": ";
        return place + message + (code.isEmpty() ? "" : "\n    " + code);
    }
}

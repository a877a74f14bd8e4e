package portzero.grader.compile;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * An error that the compiler found.
 *
 * @param path the file, as the student named it; empty when the error is in no file
 * @param line counted from 1; 0 when the error is in no line
 * @param column where in the line, counted in characters from 1; 0 when that is not known
 * @param key what javac calls this kind of error, {@code compiler.err.expected}; empty when it has no name
 * @param message one line, at most 300 characters
 * @param source the line that the error is in, as it stands there, at most 160 characters; empty when there is none
 */
public record CompilerMessage(String path, long line, long column, String key, String message, String source) {
    private static final int LONGEST_MESSAGE = 300;
    private static final int LONGEST_SOURCE = 160;

    static CompilerMessage of(Diagnostic<? extends JavaFileObject> diagnostic) {
        var message = cut(
                diagnostic
                        .getMessage(Locale.ENGLISH)
                        .lines()
                        .map(line -> line.strip().replaceAll("\\s+", " "))
                        .collect(Collectors.joining("; ")),
                LONGEST_MESSAGE);
        var key = Objects.requireNonNullElse(diagnostic.getCode(), "");
        if (diagnostic.getSource() instanceof SourceObject object && diagnostic.getLineNumber() > 0) {
            var file = object.source();
            var line = diagnostic.getLineNumber();
            var column = column(file.text(), diagnostic.getPosition());
            return new CompilerMessage(file.path(), line, column, key, message, source(file, line));
        }
        return new CompilerMessage("", 0, 0, key, message, "");
    }

    static CompilerMessage general(String message) {
        return new CompilerMessage("", 0, 0, "", cut(message, LONGEST_MESSAGE), "");
    }

    /** javac's own column counts a tab as up to eight. */
    private static long column(String text, long position) {
        if (position < 0 || position > text.length()) {
            return 0;
        }
        var before = text.substring(0, (int) position);
        return position - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
    }

    private static String source(SourceFile file, long line) {
        return cut(file.text().lines().skip(line - 1).findFirst().orElse("").stripTrailing(), LONGEST_SOURCE);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    /** {@code EchoServer.java:12: ';' expected}, and in a second line, indented, the code. */
    @Override
    public String toString() {
        var place = path.isEmpty() ? "" : new SourceFile(path, "").name() + ":" + line + ": ";
        var code = source.strip().replace('\t', ' ');
        return place + message + (code.isEmpty() ? "" : "\n    " + code);
    }
}

package portzero.testkit.subject;

/**
 * A line of code in a stack.
 *
 * @param type the class's name
 * @param method the method's name
 * @param file the source file's name, empty if unknown
 * @param line the line's number, not positive if unknown
 */
public record CodeLine(String type, String method, String file, int line) {

    static CodeLine of(StackTraceElement frame) {
        String file = frame.getFileName();
        return new CodeLine(
                frame.getClassName(), frame.getMethodName(), file == null ? "" : file, frame.getLineNumber());
    }

    /** The line as a student looks for it: {@code EchoServer.java:41 (serve)}. */
    @Override
    public String toString() {
        String place = file.isEmpty() ? type : line > 0 ? file + ":" + line : file;
        return place + " (" + readable(method) + ")";
    }

    private static String readable(String method) {
        if (method.equals("<init>")) {
            return "constructor";
        }
        if (method.equals("<clinit>")) {
            return "static initialiser";
        }
        boolean lambda = method.startsWith("lambda$") && method.lastIndexOf('$') > 7;
        return lambda ? "lambda in " + method.substring(7, method.lastIndexOf('$')) : method;
    }
}

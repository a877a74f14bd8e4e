package portzero.grader.compile;

/**
 * A source file, decoded.
 *
 * @param path where the student put it, with {@code /} between folders; only for messages, and hostile
 *     wherever it is shown
 * @param text the whole text, without a byte-order mark
 */
public record SourceFile(String path, String text) {
    /** The last part of the path, {@code EchoServer.java}. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

package portzero.grader.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import portzero.grader.io.DaemonThread;

/** The lines of standard input, read as they come. */
public final class PromptInput {

    private final ConcurrentLinkedDeque<Line> lines = new ConcurrentLinkedDeque<>();
    private volatile boolean ended;

    /**
     * A line that was typed, or comes from a file or a pipe.
     *
     * @param text without its end
     * @param time when it came, as {@link System#nanoTime} tells it
     */
    private record Line(String text, long time) {}

    private PromptInput() {}

    /** Begins to read. */
    public static PromptInput open() {
        PromptInput input = new PromptInput();
        DaemonThread.start("input", input::read);
        return input;
    }

    private void read() {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, charset()));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(new Line(line, System.nanoTime()));
            }
        } catch (IOException gone) {
            // the terminal was closed, and with it goes this program
        }
        ended = true;
    }

    /** JDK 25 names standard input's charset; before, it is the platform's own. */
    private static Charset charset() {
        String name = System.getProperty("stdin.encoding", System.getProperty("native.encoding", ""));
        return Charset.isSupported(name.isEmpty() ? "UTF-8" : name)
                ? Charset.forName(name.isEmpty() ? "UTF-8" : name)
                : Charset.defaultCharset();
    }

    /** The next line, if one has come. */
    public Optional<String> next() {
        return Optional.ofNullable(lines.poll()).map(Line::text);
    }

    /** Takes the next line if it is empty and has come since then; says whether it was. */
    public boolean takeEmptySince(long nanoTime) {
        Line first = lines.peek();
        boolean empty = first != null && first.text().isBlank() && first.time() - nanoTime > 0;
        if (empty) {
            lines.remove();
        }
        return empty;
    }

    /** Whether no line is left and none can come. */
    public boolean isAtEnd() {
        return ended && lines.isEmpty();
    }
}

package portzero.testkit.trace;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a test failed, told so that a student can learn from it.
 *
 * @param kind what sort of failure it is
 * @param limit the resource limit that was hit, {@code MEMORY}, {@code THREADS} …, or null
 * @param evidence what the test has seen; its output is in lines free of control characters
 * @param seed replays the test's random choices when given as {@code -Dportzero.seed=}
 * @param hint what helps, one hint a line, the most specific first
 * @param reading chapter and section of the notes
 */
public record Explanation(
        Kind kind, @Nullable String limit, Evidence evidence, String seed, String hint, String reading) {

    private static final int MOST_OUTPUT = 20;

    /** Sorts of failure. */
    public enum Kind {
        /** Something else happened than was expected. */
        FAILED,
        /** What was expected did not happen in time; it may with more of it. */
        TIMEOUT,
        /** What was expected did not happen, and the program had come to rest: it never will. */
        STANDSTILL,
        /** The program ended. */
        CRASHED,
        /** The program was killed, perhaps by somebody else or by a kernel that ran out of memory; it may live next time. */
        KILLED
    }

    /** What was expected and what happened; may have several lines. */
    public String message() {
        return Objects.requireNonNullElse(evidence.message(), "");
    }

    /** The whole explanation as text, for a console. */
    public String text() {
        StringBuilder text = new StringBuilder();
        List<String> steps = evidence.steps();
        for (int i = 0; i < steps.size(); i++) {
            String mark = i == steps.size() - 1 ? "  ✗" : "   ";
            text.append(String.format(Locale.ROOT, "%s%2d  %s\n", mark, i + 1, steps.get(i)));
        }
        message().lines().forEach(line -> text.append("  ").append(line).append('\n'));
        section(text, "Your threads", evidence.threads());
        section(text, "The kernel", evidence.sockets());
        section(text, "Output", DisplayText.lines(evidence.output(), MOST_OUTPUT));
        section(text, "Hint", hint.lines().toList());
        section(text, "Read", reading.isEmpty() ? List.of() : List.of("docs: " + reading));
        section(text, "Replay", List.of("-Dportzero.seed=" + seed));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            text.append(String.format(Locale.ROOT, "  %-15s%s\n", i == 0 ? title : "", lines.get(i)));
        }
    }
}

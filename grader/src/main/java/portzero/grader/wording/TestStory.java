package portzero.grader.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.text.SafeText;

/**
 * What a test that did not pass has to tell, in parts, for files that other programs show. Text of the submission is shown with control
 * characters as escapes, and bounded.
 */
public final class TestStory {
    private static final int MOST_STEPS = 24;
    private static final int MOST_LINES = 30;
    private static final int MOST_TEXT = 6_000;

    private TestStory() {}

    /**
     * A part.
     *
     * @param title {@code Hint}; empty for the message itself
     * @param verbatim whether columns matter, as in bytes with a mark below them, or a program's output
     */
    public record Part(String title, List<String> lines, boolean verbatim) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The parts, in the order in which one reads them; none of a test that passed.
     *
     * @param readings names a section of the notes
     */
    public static List<Part> of(TestResult test, Function<String, String> readings) {
        if (test.outcome() == Outcome.PASSED) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("", block(Wording.message(test)), true));
        parts.add(new Part("What the test did", steps(test.steps()), true));
        parts.add(new Part(
                "Limit",
                Optional.ofNullable(test.limit()).map(Wording::of).stream().toList(),
                false));
        parts.add(new Part("Your threads", lines(test.threads()), true));
        parts.add(new Part("The kernel", lines(test.sockets()), true));
        parts.add(new Part("Output", block(test.output()), true));
        parts.add(new Part("Hint", lines(test.hint().lines().toList()), false));
        parts.add(new Part("Read", ReadingList.of(test).stream().map(readings).toList(), false));
        return parts.stream().filter(part -> !part.lines().isEmpty()).toList();
    }

    /** The parts as plain text. */
    public static String text(TestResult test, Function<String, String> readings) {
        return of(test, readings).stream()
                .map(part -> part.title().isEmpty()
                        ? String.join("\n", part.lines())
                        : part.title() + "\n"
                                + part.lines().stream().map(line -> "  " + line).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private static List<String> steps(List<String> steps) {
        List<String> numbered = IntStream.range(0, steps.size())
                .mapToObj(i -> (i + 1) + "  " + SafeText.line(steps.get(i), ListLimits.LINE))
                .toList();
        return ListLimits.ends(numbered, MOST_STEPS, left -> "… " + left + " more steps");
    }

    private static List<String> lines(List<String> texts) {
        return ListLimits.ends(texts, MOST_LINES, left -> "… " + left + " more").stream()
                .map(text -> SafeText.line(text, ListLimits.LINE))
                .toList();
    }

    private static List<String> block(String text) {
        return ListLimits.ends(
                SafeText.block(text, MOST_TEXT).lines().toList(), MOST_LINES, left -> "… " + left + " more lines");
    }
}

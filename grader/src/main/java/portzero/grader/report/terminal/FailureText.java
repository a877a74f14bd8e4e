package portzero.grader.report.terminal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import portzero.grader.report.CommonCauses;
import portzero.grader.result.NamedMistake;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;
import portzero.grader.wording.ReadingLink;
import portzero.grader.wording.ReadingList;
import portzero.grader.wording.Wording;

/**
 * Tells what a test found, as plain text: one line if it passed, the whole story if not.
 *
 * <p>Text of the submission is shown with control characters as escapes, and bounded. Thread-safe if
 * the resolver is.
 */
public final class FailureText {
    private static final int POINTS_END = 76;
    private static final int MIN_NAME = 30;
    private static final int MOST_STEPS = 24;
    private static final int MOST_LINES = 30;
    private static final int MOST_TEXT = 6_000;

    /** Room for “The kernel” and its like, and two spaces. */
    private static final int LABEL = 15;

    private final Terminal terminal;
    private final Function<String, Optional<ReadingLink>> readings;
    private final @Nullable SourcePlaces places;

    /**
     * Text for one terminal.
     *
     * @param readings finds the section of the notes for {@code tcp#partial-reads}
     */
    public FailureText(Terminal terminal, Function<String, Optional<ReadingLink>> readings) {
        this(terminal, readings, null);
    }

    private FailureText(
            Terminal terminal, Function<String, Optional<ReadingLink>> readings, @Nullable SourcePlaces places) {
        this.terminal = terminal;
        this.readings = readings;
        this.places = places;
    }

    /** The same with the places in the files of a folder, as a terminal can open them. */
    public FailureText withPlacesIn(Path work) {
        return new FailureText(terminal, readings, new SourcePlaces(work));
    }

    /** What the text is for. */
    public Terminal terminal() {
        return terminal;
    }

    /** One test, in one line or many, each ended by a line feed. */
    public String test(TestResult test) {
        var out = new StringBuilder();
        out.append(headline(test));
        if (test.flaky()) {
            section(out, "Flaky", List.of(Wording.FLAKY));
        }
        List<String> unchecked = Wording.unchecked(test);
        if (!unchecked.isEmpty()) {
            section(out, "Partly checked", unchecked);
        }
        if (test.outcome() != Outcome.PASSED) {
            story(out, test);
        }
        return out.toString();
    }

    /** Why a test did not pass, below a line that names it. */
    public String story(TestResult test) {
        var out = new StringBuilder("\n").append(headline(test));
        story(out, test);
        return out.toString();
    }

    /** What to mend first, in lines; empty where there is nothing to choose. */
    public List<String> advice(List<TestResult> tests) {
        return new CommonCauses(tests).advice().stream().map(terminal::fit).toList();
    }

    /** What the failures seem to come from, in lines; empty where that is not known. */
    public List<String> named(List<NamedMistake> mistakes) {
        return new MistakeText(terminal, this::reading).lines(mistakes);
    }

    /** A test's mark, task, name and points: one line, or more where the terminal is narrow. */
    public String headline(TestResult test) {
        String mark = terminal.fit(String.valueOf(Wording.mark(test.outcome())));
        String task = " task " + test.task() + "  ";
        String points = test.points() + " / " + test.max();
        int end = Math.min(POINTS_END, terminal.width());
        int room = end - mark.length() - task.length() - 2 - points.length();
        var out = new StringBuilder(colour(test.outcome()).of(mark, terminal) + task);
        List<String> lines = LineWrapper.at(Math.max(room, MIN_NAME), line(test.name()));
        for (String more : lines.subList(0, lines.size() - 1)) {
            out.append(more).append('\n').append(" ".repeat(mark.length() + task.length()));
        }
        String last = lines.get(lines.size() - 1);
        return out.append(last)
                .append(" ".repeat(Math.max(2, room - last.length() + 2)))
                .append(points)
                .append('\n')
                .toString();
    }

    private static TerminalColour colour(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> TerminalColour.GREEN;
            case SKIPPED -> TerminalColour.YELLOW;
            case FAILED, TIMEOUT, CRASHED -> TerminalColour.RED;
        };
    }

    private void story(StringBuilder out, TestResult test) {
        // The story ends where the test failed; one of what is not written yet has not failed.
        steps(
                out,
                test.steps(),
                test.outcome() == Outcome.SKIPPED ? 0 : test.steps().size());
        message(out, Wording.message(test));
        Optional.ofNullable(test.limit()).ifPresent(limit -> section(out, "Limit", List.of(Wording.of(limit))));
        section(out, "Your threads", test.threads());
        if (places != null) {
            open(out, places.namedIn(test));
        }
        section(out, "The kernel", test.sockets());
        section(out, "Output", block(test.output()));
        section(out, "Hint", test.hint().lines().toList());
        section(out, "Read", ReadingList.of(test).stream().map(this::reading).toList());
    }

    private void steps(StringBuilder out, List<String> steps, int failedAt) {
        List<Integer> numbers = IntStream.rangeClosed(1, steps.size()).boxed().toList();
        for (int number : ListLimits.ends(numbers, MOST_STEPS, left -> -left)) {
            if (number < 0) {
                out.append("       ")
                        .append(terminal.fit("… " + -number + " more steps"))
                        .append('\n');
            } else {
                String mark = failedAt == number ? terminal.fit("✗") : " ";
                hanging(out, String.format("  %s%2d  ", mark, number), tight(line(steps.get(number - 1))));
            }
        }
    }

    /** A step that is too long for its line gives up the gap between what was done and what came. */
    private String tight(String step) {
        return step.length() <= terminal.width() - "   10  ".length() ? step : step.replaceAll(" {3,}", "  ");
    }

    /** Lines that are indented are drawings, of bytes with a mark below them; they are never broken. */
    private void message(StringBuilder out, String message) {
        for (String line : block(message)) {
            if (line.startsWith(" ")) {
                out.append("  ").append(line).append('\n');
            } else {
                hanging(out, "  ", line);
            }
        }
    }

    private void section(StringBuilder out, String label, List<String> texts) {
        String start = "  " + TerminalColour.BOLD.of(label, terminal) + " ".repeat(LABEL - label.length());
        String next = " ".repeat(LABEL + 2);
        for (String text : ListLimits.ends(texts, MOST_LINES, left -> "… " + left + " more lines")) {
            for (String line : LineWrapper.at(terminal.width() - next.length(), line(text))) {
                out.append(start).append(line).append('\n');
                start = next;
            }
        }
    }

    /** Never broken, whatever their length: a terminal opens what is in one piece. */
    private void open(StringBuilder out, List<String> named) {
        String start = "  " + TerminalColour.BOLD.of("Open", terminal) + " ".repeat(LABEL - "Open".length());
        for (String place : named) {
            out.append(start).append(terminal.fit(place)).append('\n');
            start = " ".repeat(LABEL + 2);
        }
    }

    private void hanging(StringBuilder out, String indent, String text) {
        String start = indent;
        for (String line : LineWrapper.at(terminal.width() - indent.length(), text)) {
            out.append(start).append(line).append('\n');
            start = " ".repeat(indent.length());
        }
    }

    private String reading(String reading) {
        return "docs: "
                + readings.apply(reading)
                        .map(link -> link.inPrint(reading) + "  " + link.href())
                        .orElseGet(() -> ReadingLink.unresolved(reading));
    }

    private List<String> block(String text) {
        List<String> lines =
                terminal.fit(SafeText.block(text, MOST_TEXT)).lines().toList();
        return ListLimits.ends(lines, MOST_LINES, left -> terminal.fit("… " + left + " more lines"));
    }

    private String line(String text) {
        return terminal.fit(SafeText.line(text, ListLimits.LINE));
    }
}

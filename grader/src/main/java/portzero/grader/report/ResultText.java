package portzero.grader.report;

import java.util.stream.Collectors;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.text.SafeText;

/** Tells a whole result as plain text: every test, then the score; or why there is none. */
public final class ResultText {
    private static final int MOST_DIAGNOSTICS = 20;

    private final Terminal terminal;
    private final FailureText failures;

    public ResultText(Terminal terminal, FailureText failures) {
        this.terminal = terminal;
        this.failures = failures;
    }

    /** The text, in lines that each end in a line feed. */
    public String of(Result result) {
        return result.verdict() == Verdict.GRADED ? tests(result) + score(result) : notGraded(result);
    }

    private String tests(Result result) {
        return result.tests().stream().map(this::test).collect(Collectors.joining());
    }

    /** A blank line ends a story, so that the next headline stands out. */
    private String test(TestResult test) {
        return failures.test(test) + (test.outcome() == Outcome.PASSED ? "" : "\n");
    }

    private String score(Result result) {
        long failed = result.tests().stream()
                .filter(test -> test.outcome() != Outcome.PASSED)
                .count();
        String tests = failed == 0
                ? "all tests passed"
                : failed + " of " + result.tests().size() + " tests did not pass";
        String advice = failures.advice(result.tests()).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return advice + result.score() + " of " + result.max() + " points, " + tests + "\n" + diagnostics(result);
    }

    private String notGraded(Result result) {
        String mark = TerminalColour.RED.of(terminal.fit("✗"), terminal);
        String reason = result.reason() == null ? "" : ": " + line(result.reason());
        String head = wrapped(Wording.of(result.verdict()) + reason);
        return mark + " " + head + diagnostics(result) + "  " + wrapped(Wording.remedy(result.verdict()));
    }

    /** Text after two columns, ended by a line feed. */
    private String wrapped(String text) {
        return String.join("\n  ", LineWrapper.at(terminal.width() - 2, text)) + "\n";
    }

    private String diagnostics(Result result) {
        var all = ListLimits.ends(result.diagnostics(), MOST_DIAGNOSTICS, left -> "… " + left + " more");
        return all.stream().map(this::indented).collect(Collectors.joining());
    }

    private String indented(String diagnostic) {
        return terminal.fit(SafeText.block(diagnostic, 10 * ListLimits.LINE)).indent(2);
    }

    private String line(String text) {
        return terminal.fit(SafeText.line(text, ListLimits.LINE));
    }
}

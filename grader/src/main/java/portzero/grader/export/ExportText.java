package portzero.grader.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;
import portzero.grader.wording.Wording;

/** What an export says about a result as a whole, in plain text. */
final class ExportText {
    private static final int DIAGNOSTIC = 4_000;
    private static final int MOST_DIAGNOSTICS = 20;

    private ExportText() {}

    /** {@code 9 of 12 tests passed.}, or why there is no score. */
    static String summary(Result result) {
        if (result.verdict() == Verdict.GRADED) {
            long passed = result.tests().stream()
                    .filter(test -> test.outcome() == Outcome.PASSED)
                    .count();
            return passed + " of " + result.tests().size() + " tests passed.";
        }
        return reason(result);
    }

    /** Why it was not graded. */
    static String reason(Result result) {
        String reason = result.reason() == null ? "" : SafeText.line(result.reason(), 5 * ListLimits.LINE);
        return reason.isEmpty() ? "Not graded: " + Wording.of(result.verdict()) + "." : reason;
    }

    /** Compiler messages and files that were ignored. */
    static List<String> diagnostics(Result result) {
        return ListLimits.ends(result.diagnostics(), MOST_DIAGNOSTICS, left -> "… " + left + " more").stream()
                .map(text -> SafeText.block(text, DIAGNOSTIC))
                .toList();
    }

    /** All of it: the summary, what to do, and the diagnostics. */
    static String whole(Result result) {
        return Stream.concat(Stream.of(summary(result), Wording.remedy(result.verdict())), diagnostics(result).stream())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    static String name(TestResult test) {
        return SafeText.line(test.name(), ListLimits.LINE);
    }
}

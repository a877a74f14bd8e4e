package portzero.grader.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;
import portzero.grader.wording.ReadingList;
import portzero.grader.wording.ReadingReferences;
import portzero.grader.wording.TestStory;
import portzero.grader.wording.Wording;

/** What a student's page says as Markdown, for platforms that show it, such as pull requests and merge requests. */
final class MarkdownFeedback implements ResultDocument {
    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final int SHORTEST_FENCE = 3;

    private final ReadingReferences readings;
    private final Optional<RunInfo> run;

    MarkdownFeedback(ReadingReferences readings, Optional<RunInfo> run) {
        this.readings = readings;
        this.run = run;
    }

    @Override
    public String fileName() {
        return "%s.md";
    }

    @Override
    public Optional<byte[]> content(Result result) {
        var text = new StringBuilder();
        text.append("# ").append(title(result)).append("\n\n");
        text.append(plain(SafeText.line(result.name(), SubmissionInfo.MAX_NAME)))
                .append(": ")
                .append(score(result))
                .append("\n\n");
        text.append(plain(ExportText.summary(result))).append("\n\n");
        if (result.verdict() != Verdict.GRADED) {
            text.append(plain(Wording.remedy(result.verdict()))).append("\n\n");
        }
        result.tests().stream().filter(test -> test.outcome() != Outcome.PASSED).forEach(test -> failed(text, test));
        passed(text, result);
        List<String> diagnostics = ExportText.diagnostics(result);
        if (!diagnostics.isEmpty()) {
            text.append("## About the submission\n\n");
            diagnostics.forEach(lines -> fenced(text, lines));
        }
        text.append("Tests ").append(plain(result.suite())).append('\n');
        return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String title(Result result) {
        String title = run.flatMap(found -> found.suite(result.lab()))
                .map(RunInfo.Suite::title)
                .orElse("");
        return plain(result.lab()) + (title.isEmpty() ? "" : ", " + plain(SafeText.line(title, ListLimits.LINE)));
    }

    private static String score(Result result) {
        return switch (result.verdict()) {
            case GRADED -> "**" + result.score() + " of " + result.max() + " points**";
            case REJECTED, COMPILE_ERROR ->
                "**" + result.score() + " of " + result.max() + " points**, " + Wording.of(result.verdict());
            case GRADER_ERROR -> "**no score yet**, " + Wording.of(result.verdict());
        };
    }

    private void failed(StringBuilder text, TestResult test) {
        text.append("## ")
                .append(Wording.mark(test.outcome()))
                .append(" Task ")
                .append(test.task())
                .append(": ");
        text.append(plain(ExportText.name(test)));
        text.append(" (").append(test.points()).append(" / ").append(test.max()).append(")\n\n");
        for (TestStory.Part part : TestStory.of(test, reading -> reading)) {
            if (part.title().equals("Read")) {
                text.append("**Read**\n\n");
                ReadingList.of(test)
                        .forEach(reading ->
                                text.append("- ").append(link(reading)).append('\n'));
                text.append('\n');
            } else {
                part(text, part);
            }
        }
    }

    private static void part(StringBuilder text, TestStory.Part part) {
        if (!part.title().isEmpty()) {
            text.append("**").append(part.title()).append("**\n\n");
        }
        if (part.verbatim()) {
            fenced(text, String.join("\n", part.lines()));
        } else {
            part.lines().forEach(line -> text.append("- ").append(plain(line)).append('\n'));
            text.append('\n');
        }
    }

    private String link(String reading) {
        String title = plain(readings.title(reading));
        return readings.address(reading)
                .map(address ->
                        "[" + title + "](<" + address.replace("<", "%3C").replace(">", "%3E") + ">)")
                .orElse(title);
    }

    private static void passed(StringBuilder text, Result result) {
        List<TestResult> passed = result.tests().stream()
                .filter(test -> test.outcome() == Outcome.PASSED)
                .toList();
        if (passed.isEmpty()) {
            return;
        }
        text.append("## ").append(passed.size()).append(" passed\n\n");
        for (TestResult test : passed) {
            text.append("- Task ").append(test.task()).append(": ").append(plain(ExportText.name(test)));
            text.append(" (").append(test.points()).append(test.flaky() ? ", flaky)" : ")");
            Wording.unchecked(test).forEach(line -> text.append("; ").append(plain(line)));
            text.append('\n');
        }
        text.append('\n');
    }

    /** Text of which no character means anything to Markdown or HTML. */
    static String plain(String text) {
        return PUNCTUATION
                .matcher(text.replace('\n', ' '))
                .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
    }

    /** Text between fences that are longer than any run of backticks in it. */
    private static void fenced(StringBuilder text, String lines) {
        int longest = BACKTICKS
                .matcher(lines)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, longest + 1));
        text.append(fence)
                .append("text\n")
                .append(lines)
                .append('\n')
                .append(fence)
                .append("\n\n");
    }
}

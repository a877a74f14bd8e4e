package portzero.grader.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portzero.grader.report.view.Badge;
import portzero.grader.report.view.Fact;
import portzero.grader.report.view.Link;
import portzero.grader.report.view.MistakeView;
import portzero.grader.report.view.PageStyle;
import portzero.grader.report.view.StudentPage;
import portzero.grader.report.view.TaskView;
import portzero.grader.report.view.TestView;
import portzero.grader.result.NamedMistake;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo.Suite;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;
import portzero.grader.wording.ReadingReferences;
import portzero.grader.wording.Wording;

/** Chooses and words what a student's page says. */
final class StudentPages {
    private static final int MOST_DIAGNOSTICS = 50;
    private static final int MOST_TODO = 6;
    private static final int DIAGNOSTIC = 4_000;

    /** Digits that tell two versions of the tests apart. */
    private static final int DIGEST = 12;

    private final TestViews tests;
    private final ReadingReferences readings;
    private final Optional<Fact> jdk;
    private final PageStyle style;

    StudentPages(ReadingReferences readings, Optional<Fact> jdk, PageStyle style) {
        this.jdk = jdk;
        this.tests = new TestViews(readings);
        this.readings = readings;
        this.style = style;
    }

    /**
     * The page of a result.
     *
     * @param named what its failures seem to come from
     * @param when it was graded, if that is known
     */
    StudentPage of(Result result, Suite suite, List<NamedMistake> named, Optional<Instant> when) {
        CommonCauses causes = new CommonCauses(result.tests());
        List<TaskView> tasks = tasks(result, suite, causes);
        return new StudentPage(
                style,
                result.lab(),
                suite.title(),
                SafeText.line(result.name(), SubmissionInfo.MAX_NAME),
                verdict(result),
                result.verdict() == Verdict.GRADED,
                result.score(),
                result.max(),
                Percent.of(result.score(), result.max()),
                points(result),
                summary(tasks),
                result.reason() == null ? "" : SafeText.line(result.reason(), 5 * ListLimits.LINE),
                Wording.remedy(result.verdict()),
                diagnostics(result.diagnostics()),
                tasks,
                todo(tasks),
                causes.advice(),
                named.stream().map(this::mistake).toList(),
                Wording.GUESS,
                result.tests().stream().anyMatch(TestResult::flaky),
                graded(result, when),
                facts(result, when));
    }

    private MistakeView mistake(NamedMistake mistake) {
        return new MistakeView(
                mistake.sentence(),
                new Link(
                        readings.title(mistake.reading()),
                        readings.address(mistake.reading()).orElse("")));
    }

    private static Badge verdict(Result result) {
        String kind = switch (result.verdict()) {
            case GRADED -> result.score() == result.max() ? "good" : "plain";
            case REJECTED, COMPILE_ERROR -> "bad";
            case GRADER_ERROR -> "warn";
        };
        return new Badge(Wording.of(result.verdict()), kind);
    }

    private static String points(Result result) {
        boolean refused = result.verdict() == Verdict.REJECTED || result.verdict() == Verdict.COMPILE_ERROR;
        return refused ? "counts as 0 of " + result.max() + " points" : "";
    }

    private List<TaskView> tasks(Result result, Suite suite, CommonCauses causes) {
        var byTask = result.tests().stream()
                .collect(Collectors.groupingBy(TestResult::task, TreeMap::new, Collectors.toList()));
        var tasks = new ArrayList<TaskView>();
        byTask.forEach((number, members) -> tasks.add(task(number, suite.task(number), members, causes)));
        return tasks;
    }

    private TaskView task(int number, String title, List<TestResult> members, CommonCauses causes) {
        int points = members.stream().mapToInt(TestResult::points).sum();
        int max = members.stream().mapToInt(TestResult::max).sum();
        var views = members.stream()
                .map(test -> tests.of(test, test.outcome() == Outcome.PASSED ? Optional.empty() : causes.basicOf(test)))
                .collect(Collectors.partitioningBy(TestView::passed));
        String name = title.isEmpty() ? "Task " + number : "Task " + number + ": " + SafeText.line(title, 120);
        return new TaskView(
                number,
                name,
                points,
                max,
                Percent.of(points, max),
                views.getOrDefault(false, List.of()),
                views.getOrDefault(true, List.of()));
    }

    private static String summary(List<TaskView> tasks) {
        int failed = tasks.stream().mapToInt(task -> task.failed().size()).sum();
        int all = failed + tasks.stream().mapToInt(task -> task.passed().size()).sum();
        return failed == 0 ? "All " + all + " tests passed." : (all - failed) + " of " + all + " tests passed.";
    }

    private static List<Link> todo(List<TaskView> tasks) {
        return tasks.stream()
                .flatMap(task -> task.failed().stream())
                .limit(MOST_TODO)
                .map(test -> new Link(test.name(), "#" + test.anchor()))
                .toList();
    }

    private static List<String> diagnostics(List<String> diagnostics) {
        return ListLimits.ends(diagnostics, MOST_DIAGNOSTICS, left -> "… " + left + " more").stream()
                .map(text -> SafeText.block(text, DIAGNOSTIC))
                .toList();
    }

    /** {@code Graded 2026-03-02 09:30 UTC, JDK 17.0.12, tests 5a5a5a5a}; the page may be all that is left of the run. */
    private String graded(Result result, Optional<Instant> when) {
        return Stream.of(
                        when.map(time -> "graded " + ReportTime.MINUTE.format(time)),
                        jdk.map(fact -> fact.name() + " " + fact.value()),
                        Optional.of("tests " + shortDigest(result.suite())))
                .flatMap(Optional::stream)
                .collect(Collectors.collectingAndThen(Collectors.joining(", "), StudentPages::capitalised));
    }

    private static String shortDigest(String digest) {
        String plain = SafeText.line(digest.replaceFirst("^sha256:", ""), ListLimits.LINE);
        return plain.substring(0, Math.min(plain.length(), DIGEST));
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    private List<Fact> facts(Result result, Optional<Instant> when) {
        var facts = new ArrayList<Fact>();
        when.ifPresent(time -> facts.add(new Fact("Graded", ReportTime.MINUTE.format(time))));
        facts.addAll(List.of(
                new Fact("Student", result.student()),
                new Fact("Seed", SafeText.line(result.seed(), ListLimits.LINE)),
                new Fact("Submission", SafeText.line(result.submission(), ListLimits.LINE)),
                new Fact("Tests", SafeText.line(result.suite(), ListLimits.LINE)),
                new Fact("Time taken", String.format(Locale.ROOT, "%.2f s", result.seconds()))));
        jdk.ifPresent(facts::add);
        return List.copyOf(facts);
    }
}

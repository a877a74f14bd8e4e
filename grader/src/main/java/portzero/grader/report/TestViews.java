package portzero.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import portzero.grader.ladder.LadderView;
import portzero.grader.report.view.Badge;
import portzero.grader.report.view.Link;
import portzero.grader.report.view.MessageLine;
import portzero.grader.report.view.StepView;
import portzero.grader.report.view.TestView;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.result.TestVisibility;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;
import portzero.grader.wording.ReadingList;
import portzero.grader.wording.ReadingReferences;
import portzero.grader.wording.Wording;

/** Chooses, words and bounds what a student's page says about a test. */
final class TestViews {
    private static final int MOST_STEPS = 120;
    private static final int MOST_ENTRIES = 40;
    private static final int MOST_TEXT = 8_000;
    private static final int MOST_MESSAGE_LINES = 60;

    /** What was done, then two spaces or more, then what came of it. */
    private static final Pattern TWO_PARTS = Pattern.compile("(.*?\\S) {2,}(\\S.*)");

    private final ReadingReferences readings;

    TestViews(ReadingReferences readings) {
        this.readings = readings;
    }

    /** @param first what is to pass first, if that is plain */
    TestView of(TestResult test, Optional<TestResult> first) {
        boolean passed = test.outcome() == Outcome.PASSED;
        String anchor = PageAnchor.of(test.id());
        return new TestView(
                anchor,
                line(test.id()),
                line(test.name()),
                passed,
                String.valueOf(Wording.mark(test.outcome())),
                test.outcome() == Outcome.SKIPPED ? "skipped" : "failed",
                Wording.of(test.outcome()),
                badges(test),
                test.points() + " / " + test.max(),
                first.map(TestViews::makePass).orElse(new Link("", "")),
                message(passed ? String.join("\n", Wording.unchecked(test)) : Wording.message(test)),
                tellsAStory(test) ? steps(test.steps(), test.outcome() != Outcome.SKIPPED) : List.of(),
                passed ? null : ladder(anchor, test).orElse(null),
                Optional.ofNullable(test.limit()).map(Wording::of).orElse(""),
                lines(test.threads()),
                lines(test.sockets()),
                SafeText.block(test.output(), MOST_TEXT),
                lines(test.hint().lines().toList()),
                ReadingList.of(test).stream()
                        .map(reading -> new Link(
                                readings.title(reading),
                                readings.address(reading).orElse("")))
                        .toList());
    }

    /** A single step that ended in “not written yet” only says the message again. */
    private static boolean tellsAStory(TestResult test) {
        return switch (test.outcome()) {
            case PASSED -> false;
            case SKIPPED -> test.steps().size() > 1;
            case FAILED, TIMEOUT, CRASHED -> true;
        };
    }

    private static Link makePass(TestResult basic) {
        return new Link("First make “" + line(basic.name()) + "” pass", "#" + PageAnchor.of(basic.id()));
    }

    private static List<Badge> badges(TestResult test) {
        var badges = new ArrayList<Badge>();
        switch (test.outcome()) {
            case TIMEOUT, CRASHED -> badges.add(new Badge(Wording.of(test.outcome()), "bad"));
            case SKIPPED -> badges.add(new Badge(Wording.of(test.outcome()), "warn"));
            case PASSED, FAILED -> {}
        }
        Optional.ofNullable(test.limit()).ifPresent(limit -> badges.add(new Badge("limit: " + limit, "bad")));
        if (test.flaky()) {
            badges.add(new Badge("flaky", "warn"));
        }
        if (!Wording.unchecked(test).isEmpty()) {
            badges.add(new Badge(Wording.PARTLY_CHECKED, "warn"));
        }
        if (test.visibility() == TestVisibility.HIDDEN) {
            badges.add(new Badge("hidden test", "plain"));
        }
        return badges;
    }

    private static Optional<LadderView> ladder(String anchor, TestResult test) {
        return LadderDiagram.of(anchor + "-ladder", "What went between the sides: " + line(test.name()), test.moves());
    }

    private static List<MessageLine> message(String message) {
        List<MessageLine> lines = SafeText.block(message, MOST_TEXT)
                .lines()
                .map(line -> new MessageLine(line, line.startsWith(" ")))
                .toList();
        return ListLimits.ends(lines, MOST_MESSAGE_LINES, left -> new MessageLine("… " + left + " more lines", false));
    }

    private static List<StepView> steps(List<String> steps, boolean failed) {
        List<StepView> views = IntStream.rangeClosed(1, steps.size())
                .mapToObj(number -> step(number, line(steps.get(number - 1))))
                .map(step -> failed && step.number() == steps.size() ? marked(step) : step)
                .toList();
        return ListLimits.ends(views, MOST_STEPS, left -> new StepView(0, "… " + left + " more steps", ""));
    }

    /** The story ends where the test failed. */
    private static StepView marked(StepView step) {
        String result = step.result().isEmpty() ? "" : step.result() + "; ";
        return new StepView(step.number(), step.action(), result + "✗ here the test failed");
    }

    private static StepView step(int number, String text) {
        Matcher parts = TWO_PARTS.matcher(text);
        return parts.matches() ? new StepView(number, parts.group(1), parts.group(2)) : new StepView(number, text, "");
    }

    private static List<String> lines(List<String> texts) {
        return ListLimits.ends(texts, MOST_ENTRIES, left -> "… " + left + " more").stream()
                .map(TestViews::line)
                .toList();
    }

    private static String line(String text) {
        return SafeText.line(text, ListLimits.LINE);
    }
}

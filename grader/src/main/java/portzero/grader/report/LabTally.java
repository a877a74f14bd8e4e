package portzero.grader.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portzero.grader.report.view.CohortPage.HardTest;
import portzero.grader.report.view.Link;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo.Suite;
import portzero.grader.result.TestResult;
import portzero.grader.result.TestVisibility;
import portzero.grader.result.Verdict;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;

/**
 * Counts over the results of one lab, taken one at a time: keeps numbers and a few names, never a
 * result, so that the size of a class does not matter.
 */
final class LabTally {
    private static final int MOST_STUDENTS = 40;

    final Suite suite;
    final Histogram histogram = new Histogram();
    final MistakeTally mistakes = new MistakeTally();
    final List<Integer> scores = new ArrayList<>();
    private final Map<String, TestTally> tests = new LinkedHashMap<>();
    int flaky;
    int otherSuite;

    LabTally(Suite suite) {
        this.suite = suite;
    }

    private static final class TestTally {
        final String name;
        final int task;
        final int max;
        final boolean hidden;
        final String reading;
        final List<Link> students = new ArrayList<>();
        int failed;

        TestTally(TestResult test) {
            this.name = SafeText.line(test.name(), ListLimits.LINE);
            this.task = test.task();
            this.max = test.max();
            this.hidden = test.visibility() == TestVisibility.HIDDEN;
            this.reading = test.reading();
        }
    }

    void add(Result result) {
        otherSuite += suite.suite().equals(result.suite()) ? 0 : 1;
        if (result.verdict() == Verdict.GRADED) {
            scores.add(result.score());
            histogram.add(Percent.of(result.score(), result.max()));
            result.tests().forEach(test -> add(result, test));
        }
    }

    private void add(Result result, TestResult test) {
        TestTally tally = tests.computeIfAbsent(test.id(), id -> new TestTally(test));
        flaky += test.flaky() ? 1 : 0;
        if (test.outcome() != Outcome.PASSED) {
            tally.failed++;
            if (tally.students.size() < MOST_STUDENTS) {
                String page = result.lab() + "/" + result.student() + ".html#" + PageAnchor.of(test.id());
                tally.students.add(new Link(SafeText.line(result.name(), 60), page));
            }
        }
    }

    /** The tests that someone did not pass, hardest first. */
    List<HardTest> hardest(ReportNotes notes) {
        return tests.values().stream()
                .filter(tally -> tally.failed > 0)
                .sorted(Comparator.comparingInt((TestTally tally) -> -tally.failed)
                        .thenComparingInt(tally -> tally.task)
                        .thenComparing(tally -> tally.name))
                .map(tally -> view(tally, notes))
                .toList();
    }

    /** How many tests every graded submission passed. */
    int unfailed() {
        return (int) tests.values().stream().filter(tally -> tally.failed == 0).count();
    }

    private HardTest view(TestTally tally, ReportNotes notes) {
        return new HardTest(
                tally.name,
                "task " + tally.task,
                tally.max + (tally.max == 1 ? " point" : " points"),
                tally.hidden,
                Percent.of(tally.failed, scores.size()),
                tally.failed + " of " + scores.size(),
                notes.link(tally.reading, ""),
                tally.students,
                tally.failed - tally.students.size());
    }
}

package portzero.grader.run.worker;

import java.util.List;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;

/** A test that failed among others, perhaps through no fault of its own, and passed alone: it passed, and says so. */
final class FlakyResult {

    private FlakyResult() {}

    static TestResult of(TestResult first, TestResult passed) {
        return new TestResult(
                passed.id(),
                passed.name(),
                passed.task(),
                passed.visibility(),
                passed.outcome(),
                passed.limit(),
                true,
                passed.points(),
                passed.max(),
                passed.seconds(),
                what(first) + " at first and passed when it ran again alone, with more time.",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                passed.hint(),
                passed.reading());
    }

    private static String what(TestResult first) {
        return first.outcome() == Outcome.CRASHED ? "Was killed" : "Missed a deadline";
    }
}

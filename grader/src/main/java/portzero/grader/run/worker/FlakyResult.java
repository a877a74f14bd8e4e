package portzero.grader.run.worker;

import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.testkit.trace.Evidence;

/** A test that failed among others, perhaps through no fault of its own, and passed alone: it passed, and says so. */
final class FlakyResult {

    private FlakyResult() {}

    static TestResult of(TestResult first, TestResult passed) {
        return new TestResult(
                passed.test(),
                passed.outcome(),
                passed.limit(),
                true,
                passed.points(),
                passed.seconds(),
                Evidence.of(what(first) + " at first and passed when it ran again alone, with more time."));
    }

    private static String what(TestResult first) {
        return first.outcome() == Outcome.CRASHED ? "Was killed" : "Missed a deadline";
    }
}

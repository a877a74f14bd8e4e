package portzero.grader.vet;

import java.util.List;
import portzero.grader.result.Grade;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.result.TestInfo;
import portzero.grader.result.TestResult;
import portzero.grader.result.TestVisibility;
import portzero.grader.result.Verdict;
import portzero.testkit.trace.Evidence;

/** The grading of a program with one test of ten points, {@code EchoTest.echoes}, seed 7f3a. */
final class SampleGrading {

    private static final String HASH = "sha256:" + "0f".repeat(32);

    private SampleGrading() {}

    static Result ending(Outcome outcome) {
        return ending(outcome, "Write what was read", "tcp#reads");
    }

    static Result ending(Outcome outcome, String hint, String reading) {
        boolean passed = outcome == Outcome.PASSED;
        TestResult test = new TestResult(
                new TestInfo("EchoTest.echoes", "echoes", 1, TestVisibility.HIDDEN, 10, hint, reading),
                outcome,
                null,
                false,
                passed ? 10 : 0,
                0.1,
                Evidence.of(passed ? null : "Expected this, but got that"));
        return new Result(
                new SubmissionInfo("lab02-echo", "student", "reference", HASH, HASH, "7f3a"),
                new Grade(Verdict.GRADED, null, test.points(), 10),
                0.1,
                List.of(test),
                List.of());
    }
}

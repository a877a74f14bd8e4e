package portzero.grader.vet;

import java.util.List;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.result.TestVisibility;
import portzero.grader.result.Verdict;

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
                "EchoTest.echoes",
                "echoes",
                1,
                TestVisibility.HIDDEN,
                outcome,
                null,
                false,
                passed ? 10 : 0,
                10,
                0.1,
                passed ? null : "Expected this, but got that",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                hint,
                reading);
        return new Result(
                1,
                "lab02-echo",
                "student",
                "reference",
                HASH,
                HASH,
                Verdict.GRADED,
                null,
                test.points(),
                10,
                0.1,
                "7f3a",
                List.of(test),
                List.of());
    }
}

package portzero.grader.mistake;

import org.jspecify.annotations.Nullable;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestInfo;
import portzero.grader.result.TestResult;
import portzero.grader.result.TestVisibility;
import portzero.testkit.trace.Evidence;

/** A test of one point that ended so, and said so. */
final class SampleFailure {

    private SampleFailure() {}

    static TestResult of(String id, Outcome outcome, @Nullable String message) {
        return new TestResult(
                new TestInfo(id, "echoes", 1, TestVisibility.PUBLIC, 1, "", ""),
                outcome,
                null,
                false,
                outcome == Outcome.PASSED ? 1 : 0,
                0.1,
                Evidence.of(message));
    }

    static String symptom(String message) {
        return SymptomText.of(of("EchoTest.echoes", Outcome.FAILED, message));
    }
}

package portzero.grader.mistake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.result.TestVisibility;

/** A test of one point that ended so, and said so. */
final class SampleFailure {

    private SampleFailure() {}

    static TestResult of(String id, Outcome outcome, @Nullable String message) {
        return new TestResult(
                id,
                "echoes",
                1,
                TestVisibility.PUBLIC,
                outcome,
                null,
                false,
                outcome == Outcome.PASSED ? 1 : 0,
                1,
                0.1,
                message,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                "");
    }

    static String symptom(String message) {
        return SymptomText.of(of("EchoTest.echoes", Outcome.FAILED, message));
    }
}

package portzero.grader.run.worker;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;
import portzero.grader.result.ExceededLimit;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.run.protocol.GraderException;
import portzero.grader.suite.TestCase;
import portzero.testkit.trace.Evidence;
import portzero.testkit.trace.ExplainedFailure;
import portzero.testkit.trace.Explanation;

/** Makes a test's result of how the test engine says that it ended. */
final class ResultBuilder {

    private final TestCase test;
    private final double seconds;
    private final int most;

    /** @param limits say how much of a submission's text is kept */
    ResultBuilder(TestCase test, double seconds, Limits limits) {
        this.test = test;
        this.seconds = seconds;
        most = limits.count(LimitSetting.RESULT_TEXT);
    }

    /** @param unchecked what the machine could not show, a sentence a line */
    TestResult passed(String unchecked) {
        return of(Outcome.PASSED, unchecked.isEmpty() ? null : unchecked, null);
    }

    /** For a test that could not be run to its end. */
    TestResult skipped(Optional<Throwable> thrown) {
        return of(Outcome.SKIPPED, thrown.map(Throwable::getMessage).orElse("not run"), null);
    }

    /** For a test that failed with an explanation; anything else is a fault of ours. */
    TestResult failed(Optional<Throwable> thrown) {
        if (thrown.orElse(null) instanceof ExplainedFailure failure) {
            Explanation explanation = failure.explanation();
            return of(outcome(explanation.kind()), explanation.message(), explanation);
        }
        throw new GraderException(test.id() + " failed without an explanation", thrown.orElseGet(AssertionError::new));
    }

    private static Outcome outcome(Explanation.Kind kind) {
        return switch (kind) {
            case FAILED -> Outcome.FAILED;
            case TIMEOUT, STANDSTILL -> Outcome.TIMEOUT;
            case CRASHED, KILLED -> Outcome.CRASHED;
        };
    }

    private TestResult of(Outcome outcome, @Nullable String message, @Nullable Explanation explanation) {
        boolean passed = outcome == Outcome.PASSED;
        String limit = explanation == null ? null : explanation.limit();
        Evidence evidence = explanation == null ? Evidence.of(message) : explanation.evidence();
        return new TestResult(
                explanation == null || explanation.hint().isEmpty()
                        ? test.info()
                        : test.info().withHint(cut(explanation.hint())),
                outcome,
                limit == null ? null : ExceededLimit.valueOf(limit),
                false,
                passed ? test.points() : 0,
                seconds,
                evidence.with(message == null ? null : cut(message), cut(evidence.output())));
    }

    private String cut(String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "\n[limit result-text: " + (text.length() - end) + " more characters]";
    }
}

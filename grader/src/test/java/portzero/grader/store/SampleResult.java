package portzero.grader.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import portzero.grader.result.ExceededLimit;
import portzero.grader.result.Grade;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo;
import portzero.grader.result.StudentKey;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.result.TestInfo;
import portzero.grader.result.TestResult;
import portzero.grader.result.TestVisibility;
import portzero.grader.result.Verdict;
import portzero.testkit.trace.Evidence;
import portzero.testkit.trace.TraceEvent;

/** One result with something in every field. */
public final class SampleResult {
    static final String SHA = "sha256:" + "0f".repeat(32);

    private SampleResult() {}

    public static Result graded(String student, int score) {
        return result(student, Verdict.GRADED, score);
    }

    public static Result result(String student, Verdict verdict, int score) {
        String reason = verdict == Verdict.GRADED ? null : "One sentence.";
        var tests = verdict == Verdict.GRADED ? List.of(test("expected a\nbut was b")) : List.<TestResult>of();
        return new Result(
                new SubmissionInfo("lab02-echo", StudentKey.of(student), student, SHA, SHA, "7f3a"),
                new Grade(verdict, reason, score, 100),
                0.4216,
                tests,
                List.of("ignored: pom.xml"));
    }

    static TestResult test(String message) {
        return new TestResult(
                new TestInfo("EchoServerTest.echoes", "echoes", 3, TestVisibility.HIDDEN, 10, "hint", "tcp#reads"),
                Outcome.FAILED,
                ExceededLimit.MEMORY,
                false,
                0,
                0.03,
                new Evidence(
                        message,
                        List.of("test connects"),
                        List.of(new TraceEvent(1, "test", "server", TraceEvent.Kind.CONNECT, "connects")),
                        List.of("main  blocked"),
                        List.of("CLOSE_WAIT"),
                        "out"));
    }

    static RunInfo run() {
        return new RunInfo(
                1,
                List.of(new RunInfo.Suite("lab02-echo", "Echo", SHA, 100, List.of("One"))),
                new RunInfo.Environment("bubblewrap", "17.0.12+7", Map.of("heap", 64L << 20), 2),
                Instant.parse("2026-03-02T09:30:00Z"),
                null,
                Map.of(Verdict.GRADED, 3));
    }
}

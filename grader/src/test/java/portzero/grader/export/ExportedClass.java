package portzero.grader.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
import portzero.grader.roster.Roster;
import portzero.grader.store.ResultStore;
import portzero.grader.store.ResultsException;
import portzero.testkit.trace.Evidence;

/** A made-up folder of results: every verdict and outcome, names and texts that mean harm. */
public final class ExportedClass {
    public static final String LAB = "lab02-echo";
    static final String SHA = "sha256:" + "0f".repeat(32);

    /** What a student may be called, and what their program may print. */
    static final List<String> NAMES = List.of(
            "Ada Lovelace",
            "</script></testsuite><script>alert(1)</script>",
            "=cmd|'/c calc'!A0",
            "+49 30 1234, \"Grace\"",
            "\u202etnedutS\u202c\u0000\u001b[31m",
            "lone \ud800 surrogate \uFFFE and \uFFFF",
            "]]> &amp; <![CDATA[",
            "`` ```` [x](javascript:alert(1)) ![i](http://evil.example/x.png) <b onclick=x>",
            "new\nline\ttab\r\nreturn",
            "\u5f20\u4f1f");

    private ExportedClass() {}

    /** The scores of all whose work was graded or refused, by their keys; nobody's on whom the grader failed. */
    static Map<String, Integer> write(Path folder) throws IOException, ResultsException {
        ResultStore store = ResultStore.create(folder);
        Map<String, Integer> scores = new TreeMap<>();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            Result result = graded(NAMES.get(i), 7 + 9 * i);
            store.write(result);
            scores.put(result.student(), result.score());
            rows.put(result.student(), row(NAMES.get(i), i));
        }
        for (Verdict verdict : List.of(Verdict.REJECTED, Verdict.COMPILE_ERROR, Verdict.GRADER_ERROR)) {
            Result result = refused(verdict, verdict + " " + NAMES.get(1));
            store.write(result);
            rows.put(result.student(), row(result.name(), rows.size()));
            if (verdict != Verdict.GRADER_ERROR) {
                scores.put(result.student(), 0);
            }
        }
        store.write(run(LAB));
        store.write(new Roster(List.of("Name", "ID", "Email address"), rows));
        return scores;
    }

    private static List<String> row(String name, int i) {
        return List.of(name, String.valueOf(1000 + i), "student" + i + "@example.org");
    }

    public static RunInfo run(String... labs) {
        return new RunInfo(
                1,
                List.of(labs).stream()
                        .map(lab -> new RunInfo.Suite(lab, "Echo: a TCP server", SHA, 100, List.of()))
                        .toList(),
                new RunInfo.Environment("bubblewrap", "17.0.12+7", Map.of(), 2),
                Instant.parse("2026-03-02T09:30:00.123456Z"),
                1.5,
                Map.of());
    }

    /** Somebody with a score: passed, flaky, and for the rest failed in every way. */
    public static Result graded(String name, int score) {
        List<TestResult> tests = new ArrayList<>();
        tests.add(test("passes_" + score, Outcome.PASSED, score, score, name));
        int left = 100 - score;
        for (Outcome outcome : List.of(Outcome.FAILED, Outcome.TIMEOUT, Outcome.CRASHED)) {
            int max = Math.min(left, 5);
            tests.add(test("ends_" + outcome, outcome, 0, max, name));
            left -= max;
        }
        tests.add(test("is_not_written", Outcome.SKIPPED, 0, left, name));
        return result(StudentKey.of(name), name, Verdict.GRADED, null, score, tests);
    }

    public static Result refused(Verdict verdict, String name) {
        return result(StudentKey.of(name), name, verdict, "Reason & <b>" + name, 0, List.of());
    }

    /** The same as somebody whose key a platform's id is in. */
    public static Result keyed(String key, String name, int score) {
        return result(key, name, Verdict.GRADED, null, score, List.of());
    }

    private static Result result(
            String key, String name, Verdict verdict, @Nullable String reason, int score, List<TestResult> tests) {
        return new Result(
                new SubmissionInfo(LAB, key, name, SHA, SHA, "7f3a"),
                new Grade(verdict, reason, score, 100),
                0.42,
                tests,
                List.of("ignored: " + name));
    }

    static TestResult test(String method, Outcome outcome, int points, int max, String text) {
        boolean passed = outcome == Outcome.PASSED;
        List<String> texts = passed ? List.of() : List.of(text, text);
        return new TestResult(
                new TestInfo(
                        "EchoServerTest." + method,
                        method.replace('_', ' '),
                        3,
                        TestVisibility.HIDDEN,
                        max,
                        "hint " + text,
                        "tcp#partial-reads"),
                outcome,
                outcome == Outcome.CRASHED ? ExceededLimit.MEMORY : null,
                passed,
                points,
                0.03,
                new Evidence(
                        passed ? null : "Expected  " + text + "\nbut       " + text + "\n  ^^ 00",
                        texts,
                        List.of(),
                        texts,
                        texts,
                        text));
    }
}

package portzero.grader.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one submission earned in one lab; the content of {@code RESULTS/<lab>/<student>.json}, in which the fields of its parts
 * stand side by side.
 *
 * @param schema the version of this format, {@value #SCHEMA}
 * @param info whose work was graded, and by what
 * @param grade what became of it
 * @param seconds wall time of the whole grading, kept to the millisecond
 * @param tests one entry per test, in the order of tasks; empty when not graded
 * @param diagnostics what the student should know beside the tests: compiler messages with file and
 *     line, files that were ignored
 */
public record Result(
        int schema,
        @JsonUnwrapped SubmissionInfo info,
        @JsonUnwrapped Grade grade,
        double seconds,
        List<TestResult> tests,
        List<String> diagnostics) {

    /** The version of the format that this program writes. */
    public static final int SCHEMA = 1;

    public Result {
        seconds = Seconds.toMillisecond(seconds);
        tests = List.copyOf(tests);
        diagnostics = List.copyOf(diagnostics);
    }

    /** A result of this version. */
    public Result(SubmissionInfo info, Grade grade, double seconds, List<TestResult> tests, List<String> diagnostics) {
        this(SCHEMA, info, grade, seconds, tests, diagnostics);
    }

    /** The lab's id, {@code lab02-echo}. */
    public String lab() {
        return info.lab();
    }

    /** The student's key, safe as a file name. */
    public String student() {
        return info.student();
    }

    /** The student as the submission names them; hostile text. */
    public String name() {
        return info.name();
    }

    /** {@code sha256:} and the digest of what was graded. */
    public String submission() {
        return info.submission();
    }

    /** {@code sha256:} and the digest of the lab's contract and tests. */
    public String suite() {
        return info.suite();
    }

    /** What random payloads were drawn from. */
    public String seed() {
        return info.seed();
    }

    /** When it was handed in; null where nobody told. */
    public @Nullable Receipt receipt() {
        return info.receipt();
    }

    public Verdict verdict() {
        return grade.verdict();
    }

    /** One sentence when not graded, otherwise null. */
    public @Nullable String reason() {
        return grade.reason();
    }

    /** Points earned. */
    public int score() {
        return grade.score();
    }

    /** Points that could be earned. */
    public int max() {
        return grade.max();
    }

    /** The same result of somebody else, who handed in together with the first. */
    public Result of(String otherStudent, String otherName, Receipt theirReceipt) {
        return new Result(schema, info.of(otherStudent, otherName, theirReceipt), grade, seconds, tests, diagnostics);
    }
}

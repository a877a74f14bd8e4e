package portzero.grader.result;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one submission earned in one lab; the content of {@code RESULTS/<lab>/<student>.json}.
 *
 * @param schema the version of this format, {@value #SCHEMA}
 * @param lab the lab's id, {@code lab02-echo}
 * @param student the student's key, from a fixed alphabet, safe as a file name
 * @param name the student as the submission names them; hostile text, at most {@value #MAX_NAME}
 *     characters are kept
 * @param submission {@code sha256:} and the digest of what was graded
 * @param suite {@code sha256:} and the digest of the lab's contract and tests
 * @param verdict what became of it
 * @param reason one sentence when not graded, otherwise null
 * @param score points earned
 * @param max points that could be earned
 * @param seconds wall time of the whole grading, kept to the millisecond
 * @param seed what random payloads were drawn from, 32 hexadecimal digits; another in each run
 * @param tests one entry per test, in the order of tasks; empty when not graded
 * @param diagnostics what the student should know beside the tests: compiler messages with file and
 *     line, files that were ignored
 * @param receipt when it was handed in; null where nobody told, and in files of an earlier version
 */
public record Result(
        int schema,
        String lab,
        String student,
        String name,
        String submission,
        String suite,
        Verdict verdict,
        @Nullable String reason,
        int score,
        int max,
        double seconds,
        String seed,
        List<TestResult> tests,
        List<String> diagnostics,
        @Nullable Receipt receipt) {

    /** The version of the format that this program writes. */
    public static final int SCHEMA = 1;

    /** More of a display name than this is cut off. */
    public static final int MAX_NAME = 200;

    public Result {
        Objects.requireNonNull(lab, "lab");
        Objects.requireNonNull(student, "student");
        Objects.requireNonNull(submission, "submission");
        Objects.requireNonNull(suite, "suite");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(seed, "seed");
        name = cut(name);
        PointRange.check(score, max);
        seconds = Seconds.toMillisecond(seconds);
        tests = List.copyOf(tests);
        diagnostics = List.copyOf(diagnostics);
    }

    /** A result that says nothing of when the submission was handed in. */
    public Result(
            int schema,
            String lab,
            String student,
            String name,
            String submission,
            String suite,
            Verdict verdict,
            @Nullable String reason,
            int score,
            int max,
            double seconds,
            String seed,
            List<TestResult> tests,
            List<String> diagnostics) {
        this(
                schema,
                lab,
                student,
                name,
                submission,
                suite,
                verdict,
                reason,
                score,
                max,
                seconds,
                seed,
                tests,
                diagnostics,
                null);
    }

    /** The same result of somebody else, who handed in together with the first. */
    public Result of(String otherStudent, String otherName, Receipt theirReceipt) {
        return new Result(
                schema,
                lab,
                otherStudent,
                otherName,
                submission,
                suite,
                verdict,
                reason,
                score,
                max,
                seconds,
                seed,
                tests,
                diagnostics,
                theirReceipt);
    }

    /** A display name as a result has it. */
    public static String cut(String name) {
        return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    }
}

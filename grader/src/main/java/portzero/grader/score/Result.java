package portzero.grader.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one submission earned in one lab; the content of {@code RESULTS/<lab>/<student>.json}.
 *
 * @param schema the version of this format, {@value #SCHEMA}
 * @param lab the lab's id, {@code lab02-echo}
 * @param student the student's key, from a fixed alphabet, safe as a file name
 * @param submission {@code sha256:} and the digest of what was graded
 * @param suite {@code sha256:} and the digest of the lab's contract and tests
 * @param verdict what became of it
 * @param reason one sentence when not graded, otherwise null
 * @param score points earned
 * @param max points that could be earned
 * @param seconds wall time of the whole grading
 * @param seed what random payloads were drawn from; the same submission always gets the same
 * @param tests one entry per test, in the order of tasks; empty when not graded
 * @param diagnostics what the student should know beside the tests: compiler messages with file and
 *     line, files that were ignored
 */
public record Result(
        int schema,
        String lab,
        String student,
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

    /** The version of the format that this program writes. */
    public static final int SCHEMA = 1;

    public Result {
        tests = List.copyOf(tests);
        diagnostics = List.copyOf(diagnostics);
    }
}

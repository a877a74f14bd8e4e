package portzero.grader.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code lab test --json} prints: what the public tests found in somebody's own work.
 *
 * @param schema {@value #SCHEMA}
 * @param lab the lab's id
 * @param suite {@code sha256:} and the digest of the lab's contract and tests
 * @param verdict GRADED, REJECTED or COMPILE_ERROR
 * @param reason one sentence, unless GRADED
 * @param seed what random bytes were drawn from; null where no test ran
 * @param findings what was found
 */
public record LocalRun(
        int schema,
        String lab,
        String suite,
        Verdict verdict,
        @Nullable String reason,
        @Nullable String seed,
        Findings findings) {

    public static final int SCHEMA = 1;

    /**
     * The lists.
     *
     * @param points of the tests that passed
     * @param max of the tests that were to run
     * @param mistakes what the failures seem to come from; advice, which changes no points
     * @param tests in the order in which they ran
     * @param errors what the compiler found
     * @param notes files that were left out, and why
     */
    public record Findings(
            int points,
            int max,
            List<NamedMistake> mistakes,
            List<TestResult> tests,
            List<SourceError> errors,
            List<String> notes) {
        public Findings {
            mistakes = List.copyOf(mistakes);
            tests = List.copyOf(tests);
            errors = List.copyOf(errors);
            notes = List.copyOf(notes);
        }
    }

    /**
     * An error that the compiler found.
     *
     * @param file the file's path; empty if the error is in none
     * @param line from 1; 0 if it is in no line
     * @param column from 1, in characters; 0 if it is not known
     * @param key javac's name for the error
     * @param message javac's own
     * @param source the line
     * @param advice what it means, for the errors that beginners meet most
     */
    public record SourceError(
            String file,
            long line,
            long column,
            String key,
            String message,
            String source,
            @Nullable String advice) {}
}

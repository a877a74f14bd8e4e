package portzero.grader.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code lab challenge --json} prints: what a lab's tests found in a program in any language.
 *
 * @param schema {@value #SCHEMA}
 * @param lab the lab's id
 * @param suite {@code sha256:} and the digest of the lab's contract and tests
 * @param started whether the program started; if not, no test ran
 * @param reason why it did not start; null if it did
 * @param seed what random bytes were drawn from; null where no test ran
 * @param findings what was found
 */
public record ChallengeOutcome(
        int schema,
        String lab,
        String suite,
        boolean started,
        @Nullable String reason,
        @Nullable String seed,
        Findings findings) {

    public static final int SCHEMA = 1;

    /**
     * The points and the tests.
     *
     * @param points of the tests that passed
     * @param max of those that could be carried out from outside
     * @param notApplicable of those that could not, and do not count
     * @param tests in the order in which they ran; those that could not be carried out are SKIPPED, with the reason as their message
     */
    public record Findings(int points, int max, int notApplicable, List<TestResult> tests) {
        public Findings {
            tests = List.copyOf(tests);
        }
    }

    /** A program that has not started. */
    public static ChallengeOutcome notStarted(String lab, String suite, String reason) {
        return new ChallengeOutcome(SCHEMA, lab, suite, false, reason, null, new Findings(0, 0, 0, List.of()));
    }

    /** A program that the tests have run against. */
    public static ChallengeOutcome of(String lab, String suite, String seed, List<TestResult> tests) {
        return new ChallengeOutcome(
                SCHEMA,
                lab,
                suite,
                true,
                null,
                seed,
                new Findings(
                        tests.stream().mapToInt(TestResult::points).sum(), max(tests, true), max(tests, false), tests));
    }

    private static int max(List<TestResult> tests, boolean applicable) {
        return tests.stream()
                .filter(test -> isApplicable(test) == applicable)
                .mapToInt(TestResult::max)
                .sum();
    }

    /** Whether a test could be carried out from outside. */
    public static boolean isApplicable(TestResult test) {
        return test.outcome() != Outcome.SKIPPED;
    }
}

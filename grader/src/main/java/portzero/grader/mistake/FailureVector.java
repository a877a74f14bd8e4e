package portzero.grader.mistake;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;

/**
 * The tests that one program failed, and how.
 *
 * @param observed the ids of the tests that ran to an end, passed or failed; one that was skipped says nothing of a program
 * @param failures how each failed test failed, by the test's id
 */
public record FailureVector(Set<String> observed, Map<String, String> failures) {

    public FailureVector {
        observed = Set.copyOf(observed);
        failures = Map.copyOf(failures);
        if (!observed.containsAll(failures.keySet())) {
            throw new IllegalArgumentException("a test that failed was observed");
        }
    }

    /** That of one submission, from all tests that ran. */
    public static FailureVector of(Collection<TestResult> tests) {
        Set<String> observed = new TreeSet<>();
        Map<String, String> failures = new TreeMap<>();
        for (TestResult test : tests) {
            if (test.outcome() != Outcome.SKIPPED) {
                observed.add(test.id());
                if (test.outcome() != Outcome.PASSED) {
                    failures.put(test.id(), SymptomText.of(test));
                }
            }
        }
        return new FailureVector(observed, failures);
    }

    /** Whether nothing failed of what ran. */
    public boolean isEmpty() {
        return failures.isEmpty();
    }
}

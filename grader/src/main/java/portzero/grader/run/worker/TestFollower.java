package portzero.grader.run.worker;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import portzero.grader.result.TestResult;

/**
 * Somebody who follows tests as they run.
 *
 * @param results is given each result as soon as it is certain
 * @param stopped whether no further test is wanted; asked from time to time
 * @param patient whether a test that was late because the program or the test computed runs again with more time; one that the
 *     machine delayed does anyway
 */
public record TestFollower(Consumer<TestResult> results, BooleanSupplier stopped, boolean patient) {

    /** One who waits for all that a grading waits for. */
    public static TestFollower patient(Consumer<TestResult> results) {
        return new TestFollower(results, () -> false, true);
    }

    /** A test as this one takes it. */
    TestAttempt settled(TestAttempt ran) {
        return patient || ran.doubt() != TestAttempt.Doubt.SLOW
                ? ran
                : new TestAttempt(ran.result(), TestAttempt.Doubt.NONE);
    }
}

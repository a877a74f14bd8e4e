package portzero.grader.run.worker;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import portzero.grader.result.TestResult;

/**
 * Somebody who follows tests as they run.
 *
 * @param results is given each result as soon as it is certain
 * @param stopped whether no further test is wanted; asked from time to time
 */
public record TestFollower(Consumer<TestResult> results, BooleanSupplier stopped) {}

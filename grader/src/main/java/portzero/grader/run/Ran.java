package portzero.grader.run;

import portzero.grader.score.TestResult;

/**
 * A test that was run.
 *
 * @param result what it found
 * @param missedDeadline whether it may pass with more time or on a less busy machine, and so must be run again alone
 *     before it counts
 */
record Ran(TestResult result, boolean missedDeadline) {}

package portzero.grader.run;

import portzero.grader.score.TestResult;

/**
 * A test that was run.
 *
 * @param result what it found
 * @param doubtful whether it may pass next time, and so must be run again alone before it counts: it missed a deadline,
 *     which it may meet on a less busy machine, or the program was killed, perhaps by somebody else
 */
record Ran(TestResult result, boolean doubtful) {}

package portzero.grader.result;

/** What became of one test. */
public enum Outcome {
    PASSED,
    /** An expectation did not hold. */
    FAILED,
    /**
     * What the test waited for did not happen: a deadline passed twice, the second time with the test running alone,
     * or the program had come to rest so that it never would.
     */
    TIMEOUT,
    /** The submission's program ended while the test ran. */
    CRASHED,
    /** Not run to its end, for instance because the method under test is not written yet. */
    SKIPPED
}

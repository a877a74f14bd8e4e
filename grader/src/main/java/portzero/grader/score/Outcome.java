package portzero.grader.score;

/** What became of one test. */
public enum Outcome {
    PASSED,
    /** An expectation did not hold. */
    FAILED,
    /** A deadline passed, twice: the second time the test ran alone. */
    TIMEOUT,
    /** The submission's program ended while the test ran. */
    CRASHED,
    /** Not run to its end, for instance because the method under test is not written yet. */
    SKIPPED
}

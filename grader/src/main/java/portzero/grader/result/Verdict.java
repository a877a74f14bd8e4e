package portzero.grader.result;

/** What became of a whole submission. */
public enum Verdict {
    /** Compiled and tested; the score stands. */
    GRADED,
    /** Not a submission that can be compiled: no archive, wrong package, reserved class names … */
    REJECTED,
    /** The compiler refused it. */
    COMPILE_ERROR,
    /** The grader itself failed; this is no statement about the submission. */
    GRADER_ERROR
}

package portzero.grader.run.worker;

import portzero.grader.result.TestResult;

/**
 * A test that was run.
 *
 * @param result what it found
 * @param doubt why it may pass next time, and so must be run again alone before it counts
 */
record TestAttempt(TestResult result, Doubt doubt) {

    /** Why a failure may not be the submission's fault. */
    enum Doubt {
        /** It may be: nobody else can have caused it. */
        NONE,
        /** A deadline was missed, which may be met on a less busy machine. */
        LATE,
        /** A deadline was missed while the program or the test computed; a faster machine may meet it. */
        SLOW,
        /** The program was killed, perhaps by somebody else. */
        KILLED
    }

    boolean doubtful() {
        return doubt != Doubt.NONE;
    }
}

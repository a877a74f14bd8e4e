package portzero.grader.wording;

import java.util.List;
import portzero.grader.result.ExceededLimit;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;

/** Verdicts, outcomes and limits in plain English; the same words in the terminal and on the pages. */
public final class Wording {
    /** Of a test that was not the same twice. */
    public static final String FLAKY =
            "missed a deadline or was killed once, and passed when it was run again alone; no points were lost";

    /** Of a test that the machine could not run in full. */
    public static final String PARTLY_CHECKED = "partly checked";

    /** Of a mistake that was named. */
    public static final String GUESS =
            "A guess, from which tests failed and how: advice that changes no score. It may be wrong.";

    private Wording() {}

    /** What of a test that passed the machine could not show, in sentences; none where it showed all. */
    public static List<String> unchecked(TestResult test) {
        boolean isRemark = test.outcome() == Outcome.PASSED && !test.flaky() && test.message() != null;
        return isRemark ? message(test).lines().toList() : List.of();
    }

    public static String of(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case TIMEOUT -> "waited in vain";
            case CRASHED -> "crashed";
            case SKIPPED -> "not written yet";
        };
    }

    /** One character for how a test came out. */
    public static char mark(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> '✓';
            case SKIPPED -> '○';
            case FAILED, TIMEOUT, CRASHED -> '✗';
        };
    }

    /** For the rare result that has no message of its own. */
    public static String message(TestResult test) {
        if (test.message() != null) {
            return test.message();
        }
        return switch (test.outcome()) {
            case PASSED -> "";
            case FAILED -> "The test failed and gave no message.";
            case TIMEOUT -> "The test did not end before its deadline.";
            case CRASHED -> "Your program ended while the test ran.";
            case SKIPPED -> "The test was not run to its end.";
        };
    }

    /** The limit, and how it was hit. */
    public static String of(ExceededLimit limit) {
        return switch (limit) {
            case MEMORY -> "memory: your program used more than it is given";
            case STACK -> "stack: your program called deeper than a thread's stack has room for";
            case PROCESSES -> "processes: your program started more than it is given";
            case THREADS -> "threads: your program started more than it is given";
            case FILES -> "files: your program had more files and sockets open than it is given";
            case DISK -> "disk: your program wrote more than it is given";
            case OUTPUT -> "output: your program printed more than is kept; the rest was dropped";
            case CPU -> "processor time: your program computed for longer than it is given";
            case WALL_CLOCK -> "wall clock: the tests before it had taken all the time there is for one submission";
        };
    }

    public static String of(Verdict verdict) {
        return switch (verdict) {
            case GRADED -> "graded";
            case REJECTED -> "rejected";
            case COMPILE_ERROR -> "does not compile";
            case GRADER_ERROR -> "grader error";
        };
    }

    public static String remedy(Verdict verdict) {
        return switch (verdict) {
            case GRADED -> "";
            case REJECTED ->
                "Change what the message names and hand it in again; ./lab pack checks and zips your work.";
            case COMPILE_ERROR ->
                "Start with the first message: later ones often follow from it. "
                        + "./lab test shows the same messages on your own machine.";
            case GRADER_ERROR ->
                "This is a fault of the grader and says nothing about the work. "
                        + "Grade again with --resume; if it happens again, report it with the text above.";
        };
    }
}

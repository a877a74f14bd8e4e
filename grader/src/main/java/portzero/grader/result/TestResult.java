package portzero.grader.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import portzero.testkit.trace.Evidence;
import portzero.testkit.trace.TraceEvent;

/**
 * What one test found. In a result file the fields of its parts stand side by side.
 *
 * <p>The texts may quote the submission and are hostile wherever they are shown.
 *
 * @param test which test it was
 * @param outcome what became of it
 * @param limit the limit that the submission ran into, if any
 * @param flaky whether it missed a deadline or was killed once, and passed when run again alone
 * @param points earned; 0 or all that the test is worth
 * @param seconds wall time, kept to the millisecond
 * @param evidence what it saw
 */
public record TestResult(
        @JsonUnwrapped TestInfo test,
        Outcome outcome,
        @Nullable ExceededLimit limit,
        boolean flaky,
        int points,
        double seconds,
        @JsonUnwrapped Evidence evidence) {

    public TestResult {
        Objects.requireNonNull(outcome, "outcome");
        PointRange.check(points, test.max());
        seconds = Seconds.toMillisecond(seconds);
    }

    /** Class and method, {@code EchoServerTest.echoes_a_large_message}. */
    public String id() {
        return test.id();
    }

    /** The method's name as a sentence. */
    public String name() {
        return test.name();
    }

    /** The number of the task on the exercise sheet. */
    public int task() {
        return test.task();
    }

    public TestVisibility visibility() {
        return test.visibility();
    }

    /** Points that the test is worth. */
    public int max() {
        return test.max();
    }

    /** One hint a line, the most specific first. */
    public String hint() {
        return test.hint();
    }

    /** Chapter and section of the notes, {@code tcp#partial-reads}. */
    public String reading() {
        return test.reading();
    }

    /** What was expected and what happened; when passed, what the machine could not show. */
    public @Nullable String message() {
        return evidence.message();
    }

    public List<String> steps() {
        return evidence.steps();
    }

    public List<TraceEvent> moves() {
        return evidence.moves();
    }

    public List<String> threads() {
        return evidence.threads();
    }

    public List<String> sockets() {
        return evidence.sockets();
    }

    /** What the submission printed, bounded. */
    public String output() {
        return evidence.output();
    }
}

package portzero.grader.result;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import portzero.testkit.trace.TraceEvent;

/**
 * What one test found.
 *
 * <p>The texts may quote the submission and are hostile wherever they are shown.
 *
 * @param id class and method, {@code EchoServerTest.echoes_a_large_message}
 * @param name the method's name as a sentence
 * @param task the number of the task on the exercise sheet
 * @param visibility whether students hold the test's source
 * @param outcome what became of it
 * @param limit the limit that the submission ran into, if any
 * @param flaky whether it missed a deadline or was killed once, and passed when run again alone
 * @param points earned; 0 or {@code max}
 * @param max points that the test is worth
 * @param seconds wall time, kept to the millisecond
 * @param message what was expected and what happened; when passed, what the machine could not show,
 *     a sentence a line, or null; may have several lines
 * @param steps the story, one line each, without numbers
 * @param moves the same story as arrows; may be shorter than {@code steps}
 * @param threads where the submission's threads stood
 * @param sockets what the kernel said about the sockets concerned
 * @param output what the submission printed, bounded
 * @param hint one hint a line, the most specific first: what the failure shows by itself, then the test's own
 * @param reading chapter and section of the notes, {@code tcp#partial-reads}
 */
public record TestResult(
        String id,
        String name,
        int task,
        TestVisibility visibility,
        Outcome outcome,
        @Nullable Limit limit,
        boolean flaky,
        int points,
        int max,
        double seconds,
        @Nullable String message,
        List<String> steps,
        List<TraceEvent> moves,
        List<String> threads,
        List<String> sockets,
        String output,
        String hint,
        String reading) {

    public TestResult {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(hint, "hint");
        Objects.requireNonNull(reading, "reading");
        PointRange.check(points, max);
        seconds = Seconds.toMillisecond(seconds);
        steps = List.copyOf(steps);
        moves = List.copyOf(moves);
        threads = List.copyOf(threads);
        sockets = List.copyOf(sockets);
    }
}

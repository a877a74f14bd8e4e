package portzero.testkit.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test has seen: what it expected and what happened, and how it came to that.
 *
 * <p>The texts may quote the student's program and are hostile wherever they are shown.
 *
 * @param message what was expected and what happened; when passed, what the machine could not show, a sentence a line, or
 *     null; may have several lines
 * @param steps the story in lines, without numbers; of a failure the last one is where it failed
 * @param moves the same story as arrows; may be shorter than {@code steps}
 * @param threads where the student's threads stood
 * @param sockets what the kernel said about the sockets concerned
 * @param output what the student's program printed, bounded
 */
public record Evidence(
        @Nullable String message,
        List<String> steps,
        List<TraceEvent> moves,
        List<String> threads,
        List<String> sockets,
        String output) {

    /** There is nothing to say. */
    public static final Evidence NONE = new Evidence(null, List.of(), List.of(), List.of(), List.of(), "");

    public Evidence {
        steps = List.copyOf(steps);
        moves = List.copyOf(moves);
        threads = List.copyOf(threads);
        sockets = List.copyOf(sockets);
    }

    /** A message and nothing else. */
    public static Evidence of(@Nullable String message) {
        return NONE.with(message, "");
    }

    /** The same with other texts, such as shorter ones. */
    public Evidence with(@Nullable String otherMessage, String otherOutput) {
        return new Evidence(otherMessage, steps, moves, threads, sockets, otherOutput);
    }
}

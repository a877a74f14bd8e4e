package portzero.grader.notes.problem;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * Something in the notes that must be put right before they can be rendered, or that readers will see as it was written.
 *
 * @param file where, relative to the checkout
 * @param line the line, from 1
 * @param what what is wrong, then the remedy
 * @param warning whether the notes can be rendered all the same
 */
public record Problem(Path file, int line, String what, boolean warning) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing((Problem problem) -> problem.file.toString())
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::what);

    /** The same as an error. */
    Problem asError() {
        return new Problem(file, line, what, false);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** As compilers print it, so that editors can jump to the place. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + (warning ? "warning: " : "") + what;
    }
}

package portzero.grader.notes.problem;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.commonmark.node.Node;
import portzero.grader.notes.markdown.Markdown;

/** Collects every problem of a run, so that one run shows them all. Safe for use by several threads. */
public final class ProblemList {
    private final Path home;
    private final SortedSet<Problem> found = new ConcurrentSkipListSet<>();

    public ProblemList(Path home) {
        this.home = home;
    }

    public void add(Path file, int line, String what) {
        found.add(new Problem(home.relativize(file), line, what, false));
    }

    /** Adds a problem at the line where {@code node} or the nearest node around it begins. */
    public void add(Path file, Node node, String what) {
        add(file, Markdown.line(node), what);
    }

    /** Adds what readers will see as it was written, and what nobody need put right. */
    public void warn(Path file, int line, String what) {
        found.add(new Problem(home.relativize(file), line, what, true));
    }

    /** Adds a warning at the line where {@code node} or the nearest node around it begins. */
    public void warn(Path file, Node node, String what) {
        warn(file, Markdown.line(node), what);
    }

    /**
     * Goes on if there are warnings at most.
     *
     * @param strict whether warnings are errors
     * @throws NotesException with all problems if one is an error
     */
    public void throwIfAny(boolean strict) throws NotesException {
        List<Problem> all = found.stream()
                .map(problem -> strict ? problem.asError() : problem)
                .toList();
        if (!all.stream().allMatch(Problem::warning)) {
            throw new NotesException(all);
        }
    }

    /** What is only a warning. */
    public List<Problem> warnings() {
        return found.stream().filter(Problem::warning).toList();
    }
}

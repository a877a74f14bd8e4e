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
        found.add(new Problem(home.relativize(file), line, what));
    }

    /** Adds a problem at the line where {@code node} or the nearest node around it begins. */
    public void add(Path file, Node node, String what) {
        add(file, Markdown.line(node), what);
    }

    public void throwIfAny() throws NotesException {
        if (!found.isEmpty()) {
            throw new NotesException(List.copyOf(found));
        }
    }
}

package portzero.grader.notes.markdown;

import org.commonmark.node.CustomNode;

/** The box before an item of a list of tasks. */
public final class TaskMark extends CustomNode {
    private final boolean done;

    public TaskMark(boolean done) {
        this.done = done;
    }

    public boolean done() {
        return done;
    }
}

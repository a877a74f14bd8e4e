package portzero.grader.notes.markdown;

import org.commonmark.node.CustomNode;

/** The id of a heading; its first child. */
public final class HeadingId extends CustomNode {
    private final String id;

    public HeadingId(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}

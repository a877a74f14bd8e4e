package portzero.grader.notes;

import org.commonmark.node.CustomNode;

/** The id of a heading; its first child. */
final class HeadingId extends CustomNode {
    private final String id;

    HeadingId(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}

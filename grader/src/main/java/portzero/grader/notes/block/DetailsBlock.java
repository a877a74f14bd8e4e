package portzero.grader.notes.block;

import org.commonmark.node.CustomBlock;

/** A part of a page that is closed until a reader opens it. */
public final class DetailsBlock extends CustomBlock {
    private final String summary;

    /** @param summary what is to be seen of it while it is closed; plain text */
    public DetailsBlock(String summary) {
        this.summary = summary;
    }

    public String summary() {
        return summary;
    }
}

package portzero.grader.notes.block;

import org.commonmark.node.CustomBlock;

/** A block that is wrapped into an HTML element of its own: an aside, a table that may scroll, a figure. */
public final class WrapperBlock extends CustomBlock {
    private final String element;
    private final String cssClass;

    public WrapperBlock(String element, String cssClass) {
        this.element = element;
        this.cssClass = cssClass;
    }

    public String element() {
        return element;
    }

    public String cssClass() {
        return cssClass;
    }
}

package portzero.grader.notes;

import org.commonmark.node.CustomBlock;

/** A block that is wrapped into an HTML element of its own: an aside, a table that may scroll, a figure. */
final class WrapperBlock extends CustomBlock {
    private final String element;
    private final String cssClass;

    WrapperBlock(String element, String cssClass) {
        this.element = element;
        this.cssClass = cssClass;
    }

    String element() {
        return element;
    }

    String cssClass() {
        return cssClass;
    }
}

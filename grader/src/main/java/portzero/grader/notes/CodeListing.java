package portzero.grader.notes;

import org.commonmark.node.CustomBlock;

/** Code or output with everything known that is needed to show it. */
final class CodeListing extends CustomBlock {
    private final String caption;
    private final String href;
    private final Language language;
    private final String code;

    /**
     * @param caption shown above the code; empty for none
     * @param href the whole program, linked from the caption; empty for none
     */
    CodeListing(String caption, String href, Language language, String code) {
        this.caption = caption;
        this.href = href;
        this.language = language;
        this.code = code;
    }

    String caption() {
        return caption;
    }

    String href() {
        return href;
    }

    /** Whether this is what a program or a session printed, and no program. */
    boolean isOutput() {
        return caption.startsWith("What ") || caption.startsWith("Recorded ");
    }

    Language language() {
        return language;
    }

    String code() {
        return code;
    }
}

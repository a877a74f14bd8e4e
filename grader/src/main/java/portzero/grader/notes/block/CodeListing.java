package portzero.grader.notes.block;

import org.commonmark.node.CustomBlock;
import portzero.grader.notes.markdown.Language;

/** Code or output with everything known that is needed to show it. */
public final class CodeListing extends CustomBlock {
    private final String caption;
    private final String href;
    private final Language language;
    private final String code;

    /**
     * Code or output as it is to be shown.
     *
     * @param caption shown above the code; empty for none
     * @param href the whole program, linked from the caption; empty for none
     */
    public CodeListing(String caption, String href, Language language, String code) {
        this.caption = caption;
        this.href = href;
        this.language = language;
        this.code = code;
    }

    public String caption() {
        return caption;
    }

    public String href() {
        return href;
    }

    /** Whether this is what a program or a session printed, and no program. */
    public boolean isOutput() {
        return caption.startsWith("What ") || caption.startsWith("Recorded ");
    }

    public Language language() {
        return language;
    }

    public String code() {
        return code;
    }
}

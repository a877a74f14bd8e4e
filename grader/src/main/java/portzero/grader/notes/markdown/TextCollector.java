package portzero.grader.notes.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Collects words without their markup; white space of any length becomes one space. */
public class TextCollector extends AbstractVisitor {
    private final StringBuilder words = new StringBuilder();

    /** What was collected, without space around it. */
    protected final String text() {
        return words.toString().strip();
    }

    public final void add(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                space();
            } else {
                words.append(c);
            }
        }
    }

    protected final void space() {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    @Override
    public void visit(Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        add(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        space();
    }
}

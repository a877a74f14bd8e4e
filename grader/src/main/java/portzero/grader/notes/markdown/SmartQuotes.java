package portzero.grader.notes.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Turns the straight quotation marks that are typed into the curved ones that are printed; never within code. */
public final class SmartQuotes extends AbstractVisitor {

    public static void curve(Node document) {
        document.accept(new SmartQuotes());
    }

    @Override
    public void visit(Text text) {
        var literal = text.getLiteral();
        if (literal.indexOf('"') < 0 && literal.indexOf('\'') < 0) {
            return;
        }
        var curved = new StringBuilder(literal);
        for (var i = 0; i < curved.length(); i++) {
            var opens = i == 0 ? opensAtStart(text) : " (“‘".indexOf(curved.charAt(i - 1)) >= 0;
            switch (curved.charAt(i)) {
                case '"' -> curved.setCharAt(i, opens ? '“' : '”');
                case '\'' -> curved.setCharAt(i, opens ? '‘' : '’');
                default -> {}
            }
        }
        text.setLiteral(curved.toString());
    }

    /** Behind other text of the same line, such as code, a mark closes. */
    private static boolean opensAtStart(Text text) {
        return text.getPrevious() == null || text.getPrevious() instanceof SoftLineBreak;
    }
}

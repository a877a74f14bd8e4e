package portzero.grader.notes.site;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** A quotation whose first line is {@code [!NOTE]} or the like, as several platforms write an aside. */
final class Callout {
    private static final Pattern LABEL =
            Pattern.compile("\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]", Pattern.CASE_INSENSITIVE);

    private final Text marker;
    private final String word;

    private Callout(Text marker, String word) {
        this.marker = marker;
        this.word = word;
    }

    static Optional<Callout> of(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph first)
                || !(first.getFirstChild() instanceof Text text)
                || !(text.getNext() == null || text.getNext() instanceof SoftLineBreak)) {
            return Optional.empty();
        }
        Matcher label = LABEL.matcher(text.getLiteral().strip());
        return label.matches()
                ? Optional.of(new Callout(text, label.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Puts the word in bold into the place of the marker. */
    void label() {
        var strong = new StrongEmphasis();
        strong.appendChild(new Text(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + "."));
        Node next = marker.getNext();
        marker.insertBefore(strong);
        marker.unlink();
        if (next != null) {
            next.insertBefore(new Text(" "));
            next.unlink();
        }
    }

    /** The class of the aside. */
    String cssClass() {
        return switch (word) {
            case "tip" -> "aside try";
            case "warning", "caution" -> "aside mistake";
            default -> "aside";
        };
    }
}

package portzero.grader.notes.markdown;

import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The dialect of Markdown that the notes are written in, and what its trees do not offer themselves. */
public final class Markdown {
    public static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            FootnotesExtension.create(),
            YamlFrontMatterExtension.create(),
            StrikethroughExtension.builder().requireTwoTildes(true).build());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private Markdown() {}

    public static Node parse(String text) {
        return PARSER.parse(text);
    }

    /** The line where {@code node}, or the nearest node around it that has a place, begins; from 1. */
    public static int line(Node node) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return at.getSourceSpans().get(0).getLineIndex() + 1;
            }
        }
        return 1;
    }

    public static Stream<Node> children(Node parent) {
        var siblings = new Spliterators.AbstractSpliterator<Node>(Long.MAX_VALUE, 0) {
            private @Nullable Node next = parent.getFirstChild();

            @Override
            public boolean tryAdvance(Consumer<? super Node> action) {
                var current = next;
                if (current == null) {
                    return false;
                }
                next = current.getNext();
                action.accept(current);
                return true;
            }
        };
        return StreamSupport.stream(siblings, false);
    }

    /** The words of {@code node} without their markup. */
    public static String text(Node node) {
        var words = new TextCollector();
        node.accept(words);
        return words.text();
    }
}

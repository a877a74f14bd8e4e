package portzero.grader.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** What a platform that shows Markdown makes of a file. */
final class MarkdownReader {
    private static final Pattern SCORE = Pattern.compile("(\\d+) of 100 points");

    private MarkdownReader() {}

    /** The score that is shown, empty where there is none; fails if text of a student's is taken for markup. */
    static OptionalInt score(byte[] markdown) {
        String text = new String(markdown, StandardCharsets.UTF_8);
        assertThat(text.chars().filter(c -> c != '\n').noneMatch(Character::isISOControl))
                .isTrue();
        Node document = Parser.builder().build().parse(text);
        List<String> markup = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlInline html) {
                markup.add(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                markup.add(html.getLiteral());
            }

            @Override
            public void visit(Image image) {
                markup.add(image.getDestination());
            }

            @Override
            public void visit(Link link) {
                if (!link.getDestination().startsWith("https://notes.example/")) {
                    markup.add(link.getDestination());
                }
                visitChildren(link);
            }
        });
        assertThat(markup).isEmpty();
        Matcher score = SCORE.matcher(TextContentRenderer.builder().build().render(document));
        return score.find() ? OptionalInt.of(Integer.parseInt(score.group(1))) : OptionalInt.empty();
    }
}

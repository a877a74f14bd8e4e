package portzero.grader.notes.site;

import java.util.Map;
import java.util.TreeMap;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import portzero.grader.notes.markdown.Markdown;

/** Ties the links of one page that lead to terms of the glossary to their definitions, which lie at its end. */
public final class GlossaryLinks implements AttributeProvider {
    private static final String PAGE = Glossary.SLUG + ".html#";
    private static final HtmlRenderer DEFINITIONS = HtmlRenderer.builder()
            .extensions(Markdown.EXTENSIONS)
            .escapeHtml(true)
            .build();

    private final Glossary glossary;
    private final Map<String, Paragraph> used = new TreeMap<>();

    public GlossaryLinks(Glossary glossary) {
        this.glossary = glossary;
    }

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link && link.getDestination().startsWith(PAGE)) {
            var id = link.getDestination().substring(PAGE.length());
            glossary.definition(id).ifPresent(definition -> {
                used.put(id, definition);
                attributes.put("class", "term");
                attributes.put("aria-describedby", "term-" + id);
            });
        }
    }

    /** The definitions of all terms that were linked, hidden until they are asked for. */
    public String definitions() {
        if (used.isEmpty()) {
            return "";
        }
        var html = new StringBuilder("<div hidden>\n");
        used.forEach((id, definition) -> html.append("<p id=\"term-%s\">".formatted(id))
                .append(inner(definition))
                .append("</p>\n"));
        return html.append("</div>\n").toString();
    }

    /** A definition that pops up has no links and no footnotes in it: nobody could reach them. */
    private static String inner(Paragraph definition) {
        var fragment = Jsoup.parseBodyFragment(DEFINITIONS.render(definition));
        fragment.outputSettings().prettyPrint(false);
        fragment.select("sup").remove();
        fragment.select("a").unwrap();
        return fragment.select("p").html();
    }
}

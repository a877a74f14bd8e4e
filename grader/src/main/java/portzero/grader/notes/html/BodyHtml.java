package portzero.grader.notes.html;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import portzero.grader.notes.block.CodeListing;
import portzero.grader.notes.block.DetailsBlock;
import portzero.grader.notes.block.Quiz;
import portzero.grader.notes.block.SequenceBlock;
import portzero.grader.notes.block.StateMachineBlock;
import portzero.grader.notes.block.TabsBlock;
import portzero.grader.notes.block.WrapperBlock;
import portzero.grader.notes.markdown.HeadingId;
import portzero.grader.notes.markdown.Markdown;
import portzero.grader.notes.markdown.TaskMark;
import portzero.grader.notes.page.Page;
import portzero.grader.notes.site.Glossary;
import portzero.grader.notes.site.GlossaryLinks;
import portzero.grader.notes.site.HtmlSubset;

/** Renders the text of a page that has been checked. */
public final class BodyHtml implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    private BodyHtml(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    public static String of(Page page, Glossary glossary) {
        var terms = new GlossaryLinks(glossary);
        var renderer = HtmlRenderer.builder()
                .nodeRendererFactory(BodyHtml::new) // before that of the tables, which it takes the cells from
                .extensions(Markdown.EXTENSIONS)
                .escapeHtml(true)
                .attributeProviderFactory(context -> terms)
                .build();
        return renderer.render(page.document()) + terms.definitions();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                Heading.class,
                HeadingId.class,
                CodeListing.class,
                WrapperBlock.class,
                Quiz.class,
                TabsBlock.class,
                StateMachineBlock.class,
                SequenceBlock.class,
                TableCell.class,
                DetailsBlock.class,
                TaskMark.class,
                HtmlInline.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Heading heading) {
            heading(heading);
        } else if (node instanceof CodeListing listing) {
            listing(listing);
        } else if (node instanceof WrapperBlock box) {
            box(box);
        } else if (node instanceof Quiz quiz) {
            new QuizHtml(context).render(quiz);
        } else if (node instanceof TabsBlock tabs) {
            tabs(tabs);
        } else if (node instanceof StateMachineBlock machine) {
            new StateMachineHtml(html).render(machine);
        } else if (node instanceof SequenceBlock sequence) {
            new SequenceHtml(html).render(sequence);
        } else if (node instanceof TableCell cell) {
            cell(cell);
        } else if (node instanceof DetailsBlock details) {
            details(details);
        } else if (node instanceof TaskMark mark) {
            html.tag("span", Attributes.of("role", "img", "aria-label", mark.done() ? "done" : "to do"));
            html.text(mark.done() ? "☑" : "☐");
            html.tag("/span");
            html.text(" ");
        } else if (node instanceof HtmlInline inline) {
            inline(inline.getLiteral());
        }
    }

    /** One of the few tags that are left in a page that has been checked. */
    private void inline(String tag) {
        if (HtmlSubset.isAllowed(tag)) {
            html.raw(tag.toLowerCase(Locale.ROOT).replaceFirst(" ?/>$", ">"));
        } else {
            html.text(tag);
        }
    }

    private void details(DetailsBlock details) {
        html.line();
        html.tag("details", Map.of("class", "more"));
        html.tag("summary");
        html.text(details.summary());
        html.tag("/summary");
        children(details);
        html.tag("/details");
        html.line();
    }

    /** A heading links to itself, so that readers can pass on where they are. */
    private void heading(Heading heading) {
        var tag = "h" + heading.getLevel();
        html.line();
        if (heading.getFirstChild() instanceof HeadingId id) {
            html.tag(tag, Map.of("id", id.id()));
            html.tag("a", Map.of("href", "#" + id.id()));
            children(heading);
            html.tag("/a");
        } else {
            html.tag(tag);
            children(heading);
        }
        html.tag("/" + tag);
        html.line();
    }

    private void listing(CodeListing listing) {
        html.line();
        html.tag("figure", Map.of("class", listing.isOutput() ? "code output" : "code"));
        if (!listing.caption().isEmpty()) {
            html.tag("figcaption");
            caption(listing);
            html.tag("/figcaption");
        }
        html.raw("<pre tabindex=\"0\"><code class=\"language-"
                + listing.language().label() + "\">");
        html.raw(Highlighter.html(listing.code(), listing.language()));
        html.raw("</code></pre>");
        html.tag("/figure");
        html.line();
    }

    /** An empty cell is no heading. Where the corner of a table is empty, the first cell of each row is one. */
    private void cell(TableCell cell) {
        var heading = cell.isHeader() ? cell.getFirstChild() != null : namesRow(cell);
        var attributes = new LinkedHashMap<String, String>();
        if (heading && !cell.isHeader()) {
            attributes.put("scope", "row");
        }
        if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
            attributes.put("class", "end");
        } else if (cell.getAlignment() == TableCell.Alignment.CENTER) {
            attributes.put("class", "middle");
        }
        html.tag(heading ? "th" : "td", attributes);
        children(cell);
        html.tag(heading ? "/th" : "/td");
    }

    private static boolean namesRow(TableCell cell) {
        if (cell.getPrevious() != null || cell.getFirstChild() == null) {
            return false;
        }
        Node table = cell.getParent().getParent().getParent();
        return Markdown.children(table)
                .limit(1)
                .flatMap(Markdown::children) // the row of the head
                .flatMap(Markdown::children)
                .limit(1)
                .allMatch(corner -> corner.getFirstChild() == null);
    }

    private void tabs(TabsBlock tabs) {
        html.line();
        html.tag("div", Map.of("class", "tabs"));
        for (var tab : tabs.listings()) {
            html.tag("div", Map.of("class", "tab"));
            html.tag("p", Map.of("class", "tab-label"));
            html.text(TabsBlock.label(tab));
            html.tag("/p");
            listing(tab);
            html.tag("/div");
        }
        html.tag("/div");
        html.line();
    }

    private void caption(CodeListing listing) {
        if (listing.href().isEmpty()) {
            html.text(listing.caption());
            return;
        }
        html.tag("a", Map.of("href", listing.href()));
        html.text(listing.caption());
        html.tag("/a");
    }

    private void box(WrapperBlock box) {
        html.line();
        html.tag(
                box.element(),
                box.cssClass().startsWith("aside")
                        ? Attributes.of("class", box.cssClass(), "role", "note")
                        : Map.of("class", box.cssClass()));
        if (box.getFirstChild() instanceof Image image && box.element().equals("figure")) {
            figure(image);
        } else {
            children(box);
        }
        html.tag("/" + box.element());
        html.line();
    }

    /** The title of an image is its caption. */
    private void figure(Image image) {
        var title = image.getTitle();
        image.setTitle(null);
        context.render(image);
        if (title != null) {
            html.tag("figcaption");
            html.text(title);
            html.tag("/figcaption");
        }
    }

    private void children(Node parent) {
        Markdown.children(parent).toList().forEach(context::render);
    }
}

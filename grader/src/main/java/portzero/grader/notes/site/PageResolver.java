package portzero.grader.notes.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import portzero.grader.notes.block.CodeListing;
import portzero.grader.notes.block.CodeListingReader;
import portzero.grader.notes.block.SequenceReader;
import portzero.grader.notes.block.StateMachineReader;
import portzero.grader.notes.block.TabsBlock;
import portzero.grader.notes.block.WrapperBlock;
import portzero.grader.notes.markdown.FenceInfo;
import portzero.grader.notes.markdown.Language;
import portzero.grader.notes.markdown.Markdown;
import portzero.grader.notes.markdown.TaskMark;
import portzero.grader.notes.page.Page;
import portzero.grader.notes.problem.ProblemList;

/**
 * Goes through a page once, checks all that it refers to, and puts in place what is to be shown: links that work on the
 * site, included code, boxes around asides, tables and figures.
 */
public final class PageResolver extends AbstractVisitor {
    private static final Pattern TASK = Pattern.compile("\\[([ xX])] +");

    /** Up to a sign that may stand in an address, but not at its end. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"“”‘’()]*[^\\s<>\"“”‘’().,:;!?'*]");

    private final Page page;
    private final LinkChecker links;
    private final CodeListingReader listings;
    private final SequenceReader sequences;
    private final ProblemList problems;
    private final List<Runnable> changes = new ArrayList<>();
    private final HtmlSubset html;
    private int words;

    private PageResolver(
            Page page, LinkChecker links, CodeListingReader listings, SequenceReader sequences, ProblemList problems) {
        this.page = page;
        this.links = links;
        this.listings = listings;
        this.sequences = sequences;
        this.problems = problems;
        this.html = new HtmlSubset(page, problems, changes);
    }

    /** Checks and completes {@code page}, and counts its words. */
    public static int complete(
            Page page, LinkChecker links, CodeListingReader listings, SequenceReader sequences, ProblemList problems)
            throws IOException {
        var check = new PageResolver(page, links, listings, sequences, problems);
        try {
            page.document().accept(check);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        // Only now, because a visitor loses its way in a tree that changes around it.
        check.changes.forEach(Runnable::run);
        return check.words;
    }

    @Override
    public void visit(Text text) {
        var literal = text.getLiteral();
        for (var i = 0; i < literal.length(); i++) {
            words += Character.isWhitespace(literal.charAt(i)) ? 1 : 0;
        }
        addresses(text);
    }

    @Override
    public void visit(Link link) {
        links.rewrite(link, page);
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        links.rewrite(image, page);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        try {
            shown(block)
                    .ifPresent(shown -> changes.add(() -> {
                        block.insertBefore(shown);
                        block.unlink();
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        changes.add(() -> {
            block.insertBefore(
                    new CodeListing("", "", Language.TEXT, block.getLiteral().stripTrailing()));
            block.unlink();
        });
    }

    private Optional<? extends Node> shown(FencedCodeBlock block) throws IOException {
        var path = page.file().path();
        return switch (FenceInfo.words(block).get(0)) {
            case "states" -> new StateMachineReader(problems).of(block, path);
            case "sequence" -> sequences.of(block, path);
            default -> listings.of(block, path);
        };
    }

    /** A quotation that begins with a word in bold is an aside, and the word says of which kind. */
    @Override
    public void visit(BlockQuote quote) {
        var callout = Callout.of(quote);
        if (callout.isPresent()) {
            changes.add(() -> {
                callout.get().label();
                box(quote, "div", callout.get().cssClass());
            });
        } else if (quote.getFirstChild() instanceof Paragraph first
                && first.getFirstChild() instanceof StrongEmphasis label) {
            changes.add(() -> box(quote, "div", kind(label)));
        }
        visitChildren(quote);
    }

    @Override
    public void visit(Paragraph paragraph) {
        words++;
        if (paragraph.getFirstChild() instanceof Image image && image.getNext() == null) {
            changes.add(() -> box(paragraph, "figure", "drawing"));
        }
        visitChildren(paragraph);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            changes.add(() -> box(block, "div", "table"));
        }
        visitChildren(block);
        if (block instanceof TabsBlock tabs) {
            changes.add(() -> tabs.check(page.file().path(), problems));
        }
    }

    @Override
    public void visit(HtmlBlock block) {
        html.block(block);
    }

    @Override
    public void visit(HtmlInline inline) {
        html.inline(inline);
    }

    /** An item that begins with a box is one of a list of tasks. */
    @Override
    public void visit(ListItem item) {
        if (item.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Text text) {
            var box = TASK.matcher(text.getLiteral());
            if (box.lookingAt()) {
                var done = !box.group(1).isBlank();
                var rest = text.getLiteral().substring(box.end());
                changes.add(() -> {
                    text.setLiteral(rest);
                    first.prependChild(new TaskMark(done));
                });
            }
        }
        visitChildren(item);
    }

    /** Makes links of bare addresses. */
    private void addresses(Text text) {
        var address = ADDRESS.matcher(text.getLiteral());
        if (!address.find() || isInLink(text)) {
            return;
        }
        changes.add(() -> {
            var literal = text.getLiteral();
            var from = 0;
            var found = ADDRESS.matcher(literal);
            while (found.find()) {
                text.insertBefore(new Text(literal.substring(from, found.start())));
                var link = new Link(found.group(), null);
                link.appendChild(new Text(found.group()));
                text.insertBefore(link);
                from = found.end();
            }
            text.setLiteral(literal.substring(from));
        });
    }

    private static boolean isInLink(Node node) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Link) {
                return true;
            }
        }
        return false;
    }

    private static void box(Block block, String element, String cssClass) {
        var box = new WrapperBlock(element, cssClass);
        block.insertBefore(box);
        if (block instanceof TableBlock) {
            box.appendChild(block);
            return;
        }
        Markdown.children(block).toList().forEach(box::appendChild);
        block.unlink();
    }

    private static String kind(StrongEmphasis label) {
        var text = Markdown.text(label).toLowerCase(Locale.ROOT);
        return text.startsWith("mistake") ? "aside mistake" : text.startsWith("try") ? "aside try" : "aside";
    }
}

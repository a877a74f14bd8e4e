package portzero.grader.notes.page;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Locale;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import portzero.grader.notes.block.QuizReader;
import portzero.grader.notes.block.TabsBlock;
import portzero.grader.notes.markdown.Markdown;
import portzero.grader.notes.markdown.SmartQuotes;
import portzero.grader.notes.problem.ProblemList;
import portzero.grader.notes.source.FrontMatter;
import portzero.grader.notes.source.PageFile;

/**
 * A page as read: its tree of Markdown and its headings.
 *
 * @param order where the page comes among those of its kind
 * @param part of the book that the page is in; empty for none
 */
public record Page(
        PageFile file, String title, int order, String summary, String part, Node document, HeadingAnchors anchors) {

    /**
     * Reads a page from its file.
     *
     * @throws IOException if the file cannot be read; what is wrong inside it goes to {@code problems}
     */
    public static Page read(PageFile file, ProblemList problems) throws IOException {
        return of(file, text(file, problems), problems);
    }

    public static Page of(PageFile file, String text, ProblemList problems) {
        var document = Markdown.parse(text);
        QuizReader.read(document, file, problems);
        TabsBlock.group(document);
        SmartQuotes.curve(document);
        return file.kind() == PageFile.Kind.LAB ? sheet(file, document, problems) : chapter(file, document, problems);
    }

    /** A page is one of its file. Written out: what a record has instead is made by every process when it first needs it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Page page && page.file.path().equals(file.path());
    }

    @Override
    public int hashCode() {
        return file.path().hashCode();
    }

    private static Page chapter(PageFile file, Node document, ProblemList problems) {
        var front = FrontMatter.of(document, file, problems);
        var title = front.title().isEmpty() ? takeTitle(file, document) : front.title();
        demoteTitles(file, document, problems, "The title of a chapter is in its front matter. Use ## for sections.");
        var anchors = HeadingAnchors.of(document, file, problems);
        return new Page(file, title, front.order(), front.summary(), front.part(), document, anchors);
    }

    /** The first heading, if it is one of the first level; otherwise the file's name in words. */
    private static String takeTitle(PageFile file, Node document) {
        var first = Markdown.children(document)
                .filter(node -> !(node instanceof CustomBlock)) // such as the front matter
                .findFirst();
        if (first.isPresent() && first.get() instanceof Heading heading && heading.getLevel() == 1) {
            heading.unlink();
            return Markdown.text(heading);
        }
        var words =
                file.slug().replaceFirst("^[0-9]+[-_]", "").replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? file.slug() : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A sheet begins with its title, as any README does; its number is that of its folder. */
    private static Page sheet(PageFile file, Node document, ProblemList problems) {
        if (!(document.getFirstChild() instanceof Heading title) || title.getLevel() != 1) {
            problems.add(file.path(), 1, "A lab's sheet begins with its title. Make the first line “# Lab NN: …”.");
            return new Page(file, file.slug(), 0, "", "", document, HeadingAnchors.of(document, file, problems));
        }
        title.unlink();
        demoteTitles(file, document, problems, "A page has one title. Use ## for sections.");
        var order = Integer.parseInt(file.slug().substring(3, 5));
        var anchors = HeadingAnchors.of(document, file, problems);
        return new Page(file, Markdown.text(title), order, "", "", document, anchors);
    }

    /** A second title is shown as the heading of a section. */
    private static void demoteTitles(PageFile file, Node document, ProblemList problems, String what) {
        for (var node : Markdown.children(document).toList()) {
            if (node instanceof Heading heading && heading.getLevel() == 1) {
                problems.warn(file.path(), heading, what);
                heading.setLevel(2);
            }
        }
    }

    private static String text(PageFile file, ProblemList problems) throws IOException {
        try {
            return Files.readString(file.path());
        } catch (CharacterCodingException e) {
            problems.add(file.path(), 1, "The file is not UTF-8. Save it as UTF-8.");
            return "";
        }
    }
}

package portzero.grader.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import portzero.grader.notes.markdown.Language;
import portzero.grader.notes.page.Page;
import portzero.grader.notes.problem.ProblemList;
import portzero.grader.notes.site.Site;
import portzero.grader.notes.site.SiteAddresses;
import portzero.grader.notes.source.CourseLayout;
import portzero.grader.notes.source.PageFile;

/**
 * Renders a small site to nowhere, so that classes, templates and the like are there when the real one is rendered. It is
 * for a thread of its own while the command line is still being read: a cold JVM takes about as long for either.
 */
public final class RendererWarmup {
    private static final String CHAPTER = """
            ---
            title: A chapter
            order: 1
            summary: A sentence.
            ---
            A "word", *another*, **one more**, `code`, a [link](#section) and [one](index.md) to a page.
            A second line.

            ## Section {#section}

            - an item
            - [one](https://example.org/) more

            1. a step

            > **Note.** An aside.

            ### Without an id

            | one | two |
            | --- | ---: |
            | a | b |
            """;

    private RendererWarmup() {}

    /** Begins in the background. Whoever renders meanwhile, or does not, is not in its way. */
    public static void start() {
        var thread = new Thread(RendererWarmup::run, "rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is wrong with the small site: nothing. */
    static ProblemList run() {
        var home = new CourseLayout(Path.of("rehearsal"));
        var problems = new ProblemList(home.root());
        var index = page(home, "index", "---\ntitle: A book\nsummary: A sentence.\n---\n", problems);
        var chapter = page(home, "chapter", CHAPTER + code(), problems);
        try {
            new NotesSite(home, SiteAddresses.NONE, problems, new Site(index, List.of(chapter), List.of())).rehearse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return problems;
    }

    private static Page page(CourseLayout home, String name, String text, ProblemList problems) {
        return Page.of(PageFile.chapter(home.chapter(name)), text, problems);
    }

    /** A block in each language that the course is written in; the others take long, and few need them. */
    private static String code() {
        var blocks = new StringBuilder();
        for (var language : List.of(Language.JAVA, Language.C, Language.PYTHON, Language.SHELL, Language.XML)) {
            blocks.append("\n```").append(language.label()).append("\nint i = \"a\"; // b\n```\n");
        }
        return blocks.toString();
    }
}

package portzero.grader.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import portzero.grader.notes.problem.NotesException;
import portzero.grader.notes.problem.Problem;
import portzero.grader.notes.site.SiteAddresses;

/** A small checkout of a course, made for one test. Right as it comes; each test makes one thing wrong. */
public record Checkout(Path home) {

    /** With a title page, two chapters, a lab, a program and its recording. */
    public static Checkout in(Path folder) throws IOException {
        var checkout = new Checkout(folder.resolve("home"));
        checkout.chapter("index", 0, "Hello.");
        checkout.chapter("tcp", 2, "## Partial reads {#partial-reads}\n\nSome words.");
        checkout.chapter("sockets", 1, "See [reads](tcp.md#partial-reads).");
        checkout.write("labs/lab02-echo/README.md", "# Lab 02: echo\n\n[Read](../../docs/notes/tcp.md).\n");
        checkout.write("docs/snippets/src/main/java/portzero/snippets/Hello.java", """
                package portzero.snippets;

                import java.util.List;

                final class Hello {
                    // snippet: say
                    static final List<String> WORDS = List.of("<b>");
                    // end
                }
                """);
        checkout.write("docs/snippets/recorded/Hello.txt", "<b> & co\n");
        return checkout;
    }

    public void chapter(String name, int order, String body) throws IOException {
        write(
                "docs/notes/" + name + ".md",
                "---\ntitle: The %s\norder: %d\nsummary: About %s.\n---\n\n%s\n".formatted(name, order, name, body));
    }

    public void write(String path, String text) throws IOException {
        var file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    public Path out() {
        return home.resolveSibling("out");
    }

    /** Renders the checkout and gives back one of the pages. */
    public String page(String href) throws Exception {
        NotesSite.render(home, out());
        return Files.readString(out().resolve(href));
    }

    /** What rendering complains about, a line each; warnings, too. */
    public String problems() throws IOException {
        try {
            NotesSite.render(home, out(), SiteAddresses.NONE, true);
            return "";
        } catch (NotesException e) {
            return e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        }
    }
}

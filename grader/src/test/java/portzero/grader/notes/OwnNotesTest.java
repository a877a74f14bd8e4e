package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.notes.problem.NotesException;
import portzero.grader.notes.problem.Problem;
import portzero.grader.notes.site.SiteAddresses;

/** Notes that somebody wrote for another renderer: a folder of Markdown, without our front matter. */
class OwnNotesTest {
    @TempDir
    private Path folder;

    private Path notes = Path.of("");

    @BeforeEach
    void a_title_page() throws IOException {
        notes = folder.resolve("notes");
        write("index.md", "# My course\n\nWelcome.\n");
    }

    @Test
    void front_matter_is_optional_and_names_give_the_order() throws Exception {
        write("02-ports.md", "# Ports and names\n\nText.\n");
        write("01-start.md", "Text without a title.\n");
        write("03-basics/index.md", "# Basics\n\n[Sockets](sockets.md), [start](../01-start.md)\n");
        write("03-basics/sockets.md", "# Sockets\n\n[Up](index.md)\n");
        write("node_modules/x/README.md", "# Not a chapter\n");
        NotesSummary summary = render();
        assertThat(summary.warnings()).isEmpty();
        assertThat(summary.pages()).isEqualTo(5);
        assertThat(page("index.html").title()).contains("My course");
        assertThat(page("02-ports.html").select("h1").text()).isEqualTo("Ports and names");
        assertThat(page("01-start.html").select("h1").text()).isEqualTo("Start");
        assertThat(page("03-basics.html").select("main a").eachAttr("href"))
                .contains("03-basics-sockets.html", "01-start.html");
        assertThat(page("index.html").select("a[href~=^0]").eachAttr("href"))
                .containsSubsequence("01-start.html", "02-ports.html", "03-basics.html", "03-basics-sockets.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bash", "sh", "console", "shell", "json", "yaml", "xml", "html", "css", "js", "ts", "c", "cpp", "c++",
                "python", "go", "rust", "sql", "diff", "toml", "ini", "http", "yml", "JSON"
            })
    void the_usual_languages_are_known(String language) throws Exception {
        write("a.md", "# A\n\n```" + language + "\na = \"<b>\" # 1\n```\n");
        assertThat(render().warnings()).isEmpty();
        assertThat(page("a.html").select("pre code").text()).isEqualTo("a = \"<b>\" # 1");
    }

    @Test
    void what_is_unknown_is_shown_plainly_with_a_warning() throws Exception {
        write("a.md", """
                ---
                layout: post
                title: A
                order: 1
                summary: S
                ---

                ```cobol
                MOVE <A> TO B.
                ```

                # Second

                a <blink>b</blink> <kbd>c

                <marquee>x</marquee>
                """);
        assertThat(render().warnings()).extracting(Problem::line).containsExactly(1, 8, 12, 14, 16);
        assertThat(render().warnings().toString()).contains("a.md:8: warning: “cobol” is no known language");
        Document page = page("a.html");
        assertThat(page.select("pre").text()).isEqualTo("MOVE <A> TO B.");
        assertThat(page.select("h2").text()).contains("Second");
        assertThat(page.select("main").text()).contains("a <blink>b</blink> <kbd>c", "<marquee>x</marquee>");
        assertThat(page.select("blink, kbd, marquee")).isEmpty();
    }

    @Test
    void with_strict_a_warning_is_an_error() throws Exception {
        write("a.md", "# A\n\n```cobol\nx\n```\n");
        assertThatExceptionOfType(NotesException.class)
                .isThrownBy(() -> NotesSite.render(notes, folder.resolve("site"), SiteAddresses.NONE, true))
                .satisfies(
                        e -> assertThat(e.problems()).singleElement().asString().startsWith("a.md:3: “cobol”"));
        assertThat(folder.resolve("site")).doesNotExist();
    }

    @Test
    void an_error_is_one_without_strict_and_warnings_are_told_beside_it() throws Exception {
        write("a.md", "# A\n\n[x](nowhere.md)\n\n```cobol\nx\n```\n");
        assertThatExceptionOfType(NotesException.class)
                .isThrownBy(this::render)
                .satisfies(e ->
                        assertThat(e.problems()).extracting(Problem::warning).containsExactly(false, true));
    }

    @Test
    void callouts_are_asides() throws Exception {
        write(
                "a.md",
                "# A\n\n> [!NOTE]\n> Mind this.\n\n> [!WARNING]\n>\n> Mind that.\n\n> [!tip] not one\n\n> [x] neither\n");
        assertThat(render().warnings()).isEmpty();
        Document page = page("a.html");
        assertThat(page.select(".aside").eachText()).containsExactly("Note. Mind this.", "Warning. Mind that.");
        assertThat(page.select(".aside.mistake")).hasSize(1);
        assertThat(page.select("blockquote")).hasSize(2);
    }

    @Test
    void what_other_renderers_know_works() throws Exception {
        write("a.md", """
                # A

                Press <kbd>Ctrl</kbd>+<KBD>C</KBD><br/>now. ~~Old~~ H<sub>2</sub>O.

                - [ ] one
                - [x] two [link](https://example.org/x)
                - [y] three

                See https://example.org/a_b?c=d, and (http://example.org/). Not `https://example.org/code`.

                <details>
                <summary>The <b>answer</b> &amp; more</summary>

                Some *text*.

                <details><summary>Inner</summary>one line</details>

                </details>

                After.
                """);
        assertThat(render().warnings()).isEmpty();
        Document page = page("a.html");
        assertThat(page.select("kbd").eachText()).containsExactly("Ctrl", "C");
        assertThat(page.select("main br")).hasSize(1);
        assertThat(page.select("del").text()).isEqualTo("Old");
        assertThat(page.select("sub").text()).isEqualTo("2");
        assertThat(page.select("li [role=img]").eachAttr("aria-label")).containsExactly("to do", "done");
        assertThat(page.select("main p a[href^=http]").eachAttr("href"))
                .containsExactly("https://example.org/a_b?c=d", "http://example.org/");
        assertThat(page.select("details.more > summary").eachText()).containsExactly("The answer & more", "Inner");
        assertThat(page.select("details.more > p > em").text()).isEqualTo("text");
        assertThat(page.select("details.more details.more p").text()).isEqualTo("one line");
        assertThat(page.select("details.more").text()).doesNotContain("After.");
    }

    @Test
    void a_part_that_nothing_ends_is_a_warning() throws Exception {
        write("a.md", "# A\n\n<details>\n\nText.\n");
        assertThat(render().warnings())
                .singleElement()
                .asString()
                .contains("a.md:3: warning: This part that opens has no end");
        assertThat(page("a.html").select("details.more")).isEmpty();
    }

    @Test
    void linked_files_of_any_kind_are_copied() throws Exception {
        write("files/the slides.pdf", "%PDF-1.7");
        write("files/pcap.pcapng", "x");
        write("a.md", "# A\n\n[slides](files/the%20slides.pdf), [capture](files/pcap.pcapng)\n");
        assertThat(render().warnings()).isEmpty();
        assertThat(page("a.html").select("main p a").eachAttr("href"))
                .containsExactly("file/files/the%20slides.pdf", "file/files/pcap.pcapng");
        assertThat(folder.resolve("site/file/files/the slides.pdf")).hasContent("%PDF-1.7");
    }

    @Test
    void two_pages_cannot_have_one_name() throws Exception {
        write("a-b.md", "# One\n");
        write("a/b.md", "# Two\n");
        assertThatExceptionOfType(NotesException.class)
                .isThrownBy(this::render)
                .withMessageContaining("would be called a-b.html");
    }

    private void write(String name, String text) throws IOException {
        Path file = notes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private NotesSummary render() throws Exception {
        return NotesSite.render(notes, folder.resolve("site"));
    }

    private Document page(String name) throws IOException {
        return Jsoup.parse(folder.resolve("site").resolve(name), "UTF-8");
    }
}

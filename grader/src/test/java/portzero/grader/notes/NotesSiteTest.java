package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesSiteTest {
    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Checkout.in(folder);
    }

    @Test
    void every_page_leads_to_every_other_in_order() throws Exception {
        var page = parse("tcp.html");
        assertThat(page.select("nav.pages a").eachAttr("href"))
                .containsExactly("sockets.html", "tcp.html", "lab02-echo.html", "book.html");
        assertThat(page.select("nav.pages [aria-current=page]").text()).isEqualTo("2 The tcp");
        assertThat(page.select("a[rel=prev]").attr("href")).isEqualTo("sockets.html");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("lab02-echo.html");
    }

    @Test
    void the_title_page_lists_chapters_and_labs() throws Exception {
        assertThat(parse("index.html").select(".text .contents a").eachText())
                .containsExactly("The sockets", "The tcp", "Lab 02: echo");
    }

    @Test
    void headings_have_their_ids_and_are_in_the_contents() throws Exception {
        var page = parse("tcp.html");
        assertThat(page.select("h2#partial-reads").text()).isEqualTo("Partial reads");
        assertThat(page.select("nav.toc a").eachAttr("href")).containsExactly("#partial-reads");
    }

    @Test
    void links_that_work_in_the_repository_work_on_the_site() throws Exception {
        assertThat(parse("sockets.html").select(".text p a").attr("href")).isEqualTo("tcp.html#partial-reads");
        assertThat(parse("lab02-echo.html").select(".text p a").attr("href")).isEqualTo("tcp.html");
        checkout.chapter("tcp", 2, "[lab](../../labs/lab02-echo/) [o](https://example.org/)\n\n## A {#partial-reads}");
        assertThat(parse("tcp.html").select(".text p a").eachAttr("href"))
                .containsExactly("lab02-echo.html", "https://example.org/");
    }

    @Test
    void a_program_is_shown_without_marks_and_linked_to_the_whole() throws Exception {
        checkout.chapter("sockets", 1, "```snippet Hello#say\n```\n\n```snippet Hello\n```");
        var page = parse("sockets.html");
        assertThat(page.select("pre").eachText())
                .containsExactly(
                        "static final List<String> WORDS = List.of(\"<b>\");",
                        "final class Hello {\n    static final List<String> WORDS = List.of(\"<b>\");\n}");
        var source = page.select("figcaption a").attr("href");
        assertThat(parse(source).select("pre").text()).startsWith("package portzero.snippets;");
        assertThat(parse(source).select("link[rel=stylesheet]").attr("href"))
                .isEqualTo("../../../../../../../../style.css");
    }

    @Test
    void recorded_output_is_shown_as_text() throws Exception {
        checkout.chapter("sockets", 1, "```output Hello\n```");
        assertThat(parse("sockets.html").select("figure.output pre").text()).isEqualTo("<b> & co");
    }

    @Test
    void programs_in_c_and_python_are_shown_by_the_names_of_their_files() throws Exception {
        checkout.write("docs/snippets/src/main/c/hello.c", "int a;\n// snippet: say\nreturn 1; // <b>\n// end\n");
        checkout.write("docs/snippets/src/main/python/hello.py", "import socket\n# snippet: say\nNone  # <b>\n# end\n");
        checkout.write("docs/snippets/recorded/hello.c.txt", "one\n");
        checkout.chapter("sockets", 1, """
                ```snippet hello.c#say
                ```

                ```snippet hello.py
                ```

                ```output hello.c
                ```
                """);
        var page = parse("sockets.html");
        assertThat(page.select("pre").eachText())
                .containsExactly("return 1; // <b>", "import socket\nNone  # <b>", "one");
        assertThat(page.select("figcaption").eachText()).containsExactly("hello.c", "hello.py", "What hello.c prints");
        assertThat(page.select("code.language-c .k").text()).isEqualTo("return");
        assertThat(page.select("code.language-python .c").text()).isEqualTo("# <b>");
        var source = page.select("figcaption a").attr("href");
        assertThat(parse(source).select("pre .c").text()).contains("// snippet: say");
    }

    @Test
    void a_transcript_says_on_what_it_was_recorded() throws Exception {
        checkout.write("docs/snippets/recorded/two-ends.txt", "$ ss -t <\n");
        checkout.write("docs/snippets/recorded/two-ends.stamp", "Linux 6.1, JDK 17\n");
        checkout.chapter("sockets", 1, "```transcript two-ends\n```");
        var figure = parse("sockets.html").select("figure.output");
        assertThat(figure.select("figcaption").text()).isEqualTo("Recorded on Linux 6.1, JDK 17");
        assertThat(figure.select("pre").text()).isEqualTo("$ ss -t <");
    }

    @Test
    void code_is_highlighted_and_escaped() throws Exception {
        checkout.chapter("sockets", 1, "```java\n/* <b>\n </b> */ int x = \"<script>\"; // &\n```");
        var code = parse("sockets.html").select("pre code");
        assertThat(code.select("script, b")).isEmpty();
        assertThat(code.select(".c").eachText()).contains("/* <b>", "</b> */", "// &");
        assertThat(code.select(".s").text()).isEqualTo("\"<script>\"");
    }

    @Test
    void text_that_looks_like_html_stays_text() throws Exception {
        checkout.chapter("tcp", 2, "A `<script>` and \\<b> & co.\n\n## A <i {#partial-reads}");
        var page = parse("tcp.html");
        assertThat(page.select("main script, b, i")).isEmpty();
        assertThat(page.select(".text p").get(0).text()).isEqualTo("A <script> and <b> & co.");
        assertThat(page.select("nav.toc a").text()).isEqualTo("A <i");
    }

    @Test
    void straight_quotes_are_curved_but_not_in_code() throws Exception {
        checkout.chapter("sockets", 1, "He said \"it's (\"x\") `\"'`\" and\n\"y\" **\"z\"**.");
        assertThat(parse("sockets.html").select(".text p").get(0).text())
                .isEqualTo("He said “it’s (“x”) \"'” and “y” “z”.");
    }

    @Test
    void a_title_cannot_break_out_of_its_place() throws Exception {
        checkout.write(
                "docs/notes/sockets.md", "---\ntitle: \"></title><script>x\norder: 1\nsummary: \" onload=\"x\n---\n");
        var page = parse("sockets.html");
        assertThat(page.select("script:not([src]), [onload]")).isEmpty();
        assertThat(page.title()).startsWith("\"></title><script>x");
    }

    @Test
    void pages_run_no_script_but_their_own_and_load_nothing_from_outside() throws Exception {
        var page = parse("tcp.html");
        assertThat(page.select("script").eachAttr("src")).containsExactly("early.js", "notes.js");
        assertThat(page.select("script").text()).isBlank();
        assertThat(page.select("[style], style, [onclick]")).isEmpty();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.select("link[href], img[src]").eachAttr("href")).noneMatch(href -> href.contains(":"));
    }

    @Test
    void a_table_scrolls_in_its_own_box_and_an_image_gets_its_caption() throws Exception {
        checkout.write("docs/notes/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        checkout.chapter("sockets", 1, "| a |\n| - |\n| b |\n\n![alt](a.svg \"Caption\")\n\n> **Mistake: x.** y");
        var page = parse("sockets.html");
        assertThat(page.select("div.table > table td").text()).isEqualTo("b");
        assertThat(page.select("figure img").attr("src")).isEqualTo("image/a.svg");
        assertThat(page.select("figure img").attr("alt")).isEqualTo("alt");
        assertThat(page.select("figure figcaption").text()).isEqualTo("Caption");
        assertThat(page.select(".aside.mistake").text()).isEqualTo("Mistake: x. y");
        assertThat(checkout.out().resolve("image/a.svg")).exists();
    }

    @Test
    void a_table_with_an_empty_corner_has_a_heading_in_each_row() throws Exception {
        checkout.chapter("sockets", 1, "| | a |\n| - | -: |\n| b | c |\n\n| d |\n| - |\n| e |");
        var page = parse("sockets.html");
        assertThat(page.select("thead th").eachText()).containsExactly("a", "d");
        assertThat(page.select("th[scope=row]").eachText()).containsExactly("b");
        assertThat(page.select("td.end").text()).isEqualTo("c");
    }

    @Test
    void two_runs_write_the_same_bytes_and_leave_nothing_over() throws Exception {
        parse("tcp.html");
        var first = files();
        checkout.chapter("udp", 3, "x");
        parse("udp.html");
        Files.delete(checkout.home().resolve("docs/notes/udp.md"));
        parse("tcp.html");
        assertThat(files()).isEqualTo(first);
    }

    @Test
    void files_that_are_as_they_should_be_are_left_alone() throws Exception {
        parse("tcp.html");
        var past = FileTime.fromMillis(1_000_000);
        for (var name : files().keySet()) {
            Files.setLastModifiedTime(checkout.out().resolve(name), past);
        }
        checkout.chapter("sockets", 1, "Other words.");
        parse("tcp.html");
        var written = new ArrayList<String>();
        for (var name : files().keySet()) {
            if (!Files.getLastModifiedTime(checkout.out().resolve(name)).equals(past)) {
                written.add(name);
            }
        }
        assertThat(written).containsExactly("book.html", "search-index.js", "sockets.html");
    }

    @Test
    void a_file_that_somebody_has_changed_is_made_right() throws Exception {
        var right = checkout.page("tcp.html");
        Files.writeString(checkout.out().resolve("tcp.html"), right.replace("words", "sword"));
        Files.delete(checkout.out().resolve("sockets.html"));
        assertThat(checkout.page("tcp.html")).isEqualTo(right);
        assertThat(checkout.out().resolve("sockets.html")).exists();
    }

    @Test
    void many_pages_are_the_same_whatever_is_made_first() throws Exception {
        for (var i = 3; i < 100; i++) {
            checkout.chapter(
                    "c" + i, i, "[a](tcp.md#partial-reads)\n\n```snippet Hello\n```\n\n## B {#b%d}".formatted(i));
        }
        checkout.page("tcp.html");
        var first = files();
        var one = new ForkJoinPool(1);
        try {
            one.submit(() -> NotesSite.render(checkout.home(), checkout.home().resolve("again")))
                    .get();
        } finally {
            one.shutdown();
        }
        for (var name : first.keySet()) {
            assertThat(checkout.home().resolve("again").resolve(name)).hasContent(first.get(name));
        }
    }

    @Test
    void a_folder_with_other_things_in_it_is_left_alone() throws Exception {
        Files.createDirectories(checkout.out());
        Files.writeString(checkout.out().resolve("thesis.txt"), "x");
        assertThatThrownBy(() -> NotesSite.render(checkout.home(), checkout.out()))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageEndingWith(
                        "holds files that are not of a notes site. Name an empty or a new folder with --out.");
        assertThat(files()).containsOnlyKeys("thesis.txt");
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_named() throws IOException {
        Files.writeString(checkout.out(), "x");
        assertThatThrownBy(() -> NotesSite.render(checkout.home(), checkout.out()))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageEndingWith("is a file. Name a folder with --out.");
    }

    @Test
    void a_folder_without_notes_is_named() {
        assertThatThrownBy(() -> NotesSite.render(folder.resolve("elsewhere"), checkout.out()))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageEndingWith("Run this in a checkout of the course.");
    }

    @Test
    void the_summary_counts() throws Exception {
        checkout.chapter("sockets", 1, "one two three\n\n```snippet Hello\n```\n\n```output Hello\n```");
        var summary = NotesSite.render(checkout.home(), checkout.out());
        assertThat(summary.pages()).isEqualTo(4);
        assertThat(summary.programs()).isEqualTo(1);
        assertThat(summary.outputs()).isEqualTo(1);
        assertThat(summary.toString()).startsWith("4 pages, ");
    }

    private Document parse(String href) throws Exception {
        return Jsoup.parse(checkout.page(href));
    }

    private Map<String, String> files() throws IOException {
        var byName = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(checkout.out())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                byName.put(checkout.out().relativize(file).toString(), Files.readString(file));
            }
        }
        return byName;
    }
}

package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class NotesCommandTest {
    private static final String CHAPTER = "---\ntitle: A\norder: 1\nsummary: x\n---\n\n";

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeHome() throws IOException {
        System.setProperty("portzero.home", home.toString());
        write("docs/notes/index.md", "---\ntitle: Notes\nsummary: All of them.\n---\n\nHello.\n");
    }

    @AfterEach
    void forgetHome() {
        System.clearProperty("portzero.home");
    }

    @Test
    void says_what_to_open() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("Open " + home.resolve("target/notes/index.html"));
        assertThat(home.resolve("target/notes/index.html")).exists();
    }

    @Test
    void a_page_links_to_where_it_is_edited() throws IOException {
        write("docs/notes/a.md", CHAPTER);
        assertThat(run("--repository", "https://example.org/edit/main")).isZero();
        assertThat(page("a.html").select(".edit a").attr("href"))
                .isEqualTo("https://example.org/edit/main/docs/notes/a.md");
        assertThat(home.resolve("target/notes/sitemap.xml")).doesNotExist();
    }

    @Test
    void a_map_has_the_addresses_that_the_pages_will_have() throws IOException {
        write("docs/notes/a.md", CHAPTER);
        assertThat(run("--base", "https://example.org/notes")).isZero();
        assertThat(page("sitemap.xml").select("loc").eachText())
                .containsExactly("https://example.org/notes/index.html", "https://example.org/notes/a.html");
        assertThat(page("a.html").select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://example.org/notes/a.html");
        assertThat(page("a.html").select(".edit")).isEmpty();
    }

    @Test
    void refuses_an_address_that_no_browser_opens() {
        assertThat(run("--base", "notes")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--base must be an address with https or http but was notes");
    }

    @Test
    void renders_a_folder_of_notes_in_place_of_the_course() throws IOException {
        write("mine/index.md", "---\ntitle: Mine\nsummary: x\n---\n\n![A drawing](a.svg)\n");
        write("mine/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        write("mine/b.md", "---\ntitle: B\norder: 1\nsummary: x\n---\n\n[i](index.md)\n");
        assertThat(run("--notes", home.resolve("mine").toString())).isZero();
        assertThat(page("b.html").select(".text p a").attr("href")).isEqualTo("index.html");
        assertThat(page("index.html").title()).isEqualTo("Mine · Mine");
        assertThat(home.resolve("target/notes/image/a.svg")).exists();
    }

    @Test
    void names_a_folder_without_notes() throws IOException {
        write("mine/b.txt", "x");
        assertThat(run("--notes", home.resolve("mine").toString())).isEqualTo(3);
        assertThat(err.toString()).contains("there are no notes here");
    }

    @Test
    void prints_every_problem_and_falls_short() throws IOException {
        write("docs/notes/a.md", CHAPTER + "[a](b.md)\n");
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines("""
                        docs/notes/a.md:7: There is no file “b.md”. Correct the link.
                        1 to put right; nothing was written.
                        """);
    }

    @Test
    void refuses_a_folder_of_others() throws IOException {
        write("mine/thesis.txt", "x");
        assertThat(run("--out", home.resolve("mine").toString())).isEqualTo(3);
        assertThat(err.toString()).contains("Name an empty or a new folder with --out.");
    }

    @Test
    void says_when_there_are_no_notes() {
        System.setProperty("portzero.home", home.resolve("elsewhere").toString());
        assertThat(run()).isEqualTo(3);
        assertThat(err.toString()).contains("Run this in a checkout of the course.");
    }

    @Test
    void refuses_a_port_that_cannot_be() {
        assertThat(run("--serve", "--port", "65536")).isEqualTo(2);
        assertThat(err.toString()).startsWith("port must be 0–65535 but was 65536");
    }

    @Test
    void refuses_an_unknown_option() {
        assertThat(run("--colour")).isEqualTo(2);
    }

    private Document page(String name) throws IOException {
        return Jsoup.parse(Files.readString(home.resolve("target/notes").resolve(name)));
    }

    private int run(String... args) {
        return new CommandLine(new NotesCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private void write(String path, String text) throws IOException {
        var file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

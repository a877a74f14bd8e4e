package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.notes.site.SiteAddresses;
import tools.jackson.databind.json.JsonMapper;

/** What a site has beside its pages. */
class SiteFeaturesTest {
    private static final SiteAddresses ADDRESSES =
            new SiteAddresses(URI.create("https://example.org/edit/main"), URI.create("https://example.org/notes/"));

    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Checkout.in(folder);
    }

    @Test
    void the_index_of_the_search_has_every_section_with_its_words() throws Exception {
        checkout.chapter(
                "sockets", 1, "One\n\n`two`\n\n| a | b |\n| - | - |\n\n## Next {#next}\n\n```java\nint x;\n```");
        var script = checkout.page("search-index.js");
        var sections = new JsonMapper().readTree(script.substring("portzeroIndex(".length(), script.lastIndexOf(')')));
        assertThat(sections.get(0).toString())
                .isEqualTo("[\"sockets.html\",\"The sockets\",\"The sockets\",\"About sockets. One two a b\"]");
        assertThat(sections.get(1).toString()).isEqualTo("[\"sockets.html#next\",\"The sockets\",\"Next\",\"int x;\"]");
        assertThat(script).contains("lab02-echo.html", "tcp.html#partial-reads");
    }

    @Test
    void the_book_holds_all_pages_and_its_links_stay_in_it() throws Exception {
        checkout.chapter(
                "sockets", 1, "[a](tcp.md#partial-reads) [b](tcp.md) [c](#x) [d](https://example.org)\n\n## X {#x}");
        var book = Jsoup.parse(checkout.page("book.html"));
        assertThat(book.select(".chapter > h2").eachText()).containsExactly("The sockets", "The tcp", "Lab 02: echo");
        assertThat(book.select("#tcp--partial-reads").text()).isEqualTo("Partial reads");
        assertThat(book.select(".chapter:first-child p a").eachAttr("href"))
                .containsExactly("#tcp--partial-reads", "#tcp", "#sockets--x", "https://example.org");
        assertThat(book.select(".text [id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void a_book_in_parts_shows_the_pages_of_one_part_and_the_way_to_the_others() throws Exception {
        part("tcp", 2, "Streams & ends");
        part("sockets", 1, "Basics");
        part("udp", 3, "Streams & ends");
        var page = Jsoup.parse(checkout.page("udp.html"));
        assertThat(page.select("nav.pages .group").eachText()).containsExactly("Basics", "Streams & ends", "Labs");
        assertThat(page.select("nav.pages a").eachAttr("href"))
                .containsExactly("sockets.html", "tcp.html", "udp.html", "lab02-echo.html", "book.html");
        assertThat(page.select("nav.pages li a").eachAttr("href")).containsExactly("tcp.html", "udp.html");
        assertThat(page.select("nav.pages [aria-current=page]").text()).isEqualTo("3 The udp");
        var title = parse("index.html");
        assertThat(title.select(".text h2").eachAttr("id")).containsExactly("part-1", "part-2", "labs");
        assertThat(title.select(".contents a").eachAttr("href"))
                .containsExactly("sockets.html", "tcp.html", "udp.html", "lab02-echo.html");
    }

    private void part(String name, int order, String part) throws IOException {
        var front = "---\ntitle: The %s\norder: %d\nsummary: x\npart: %s\n---\n";
        checkout.write("docs/notes/" + name + ".md", front.formatted(name, order, part) + "\n## P {#partial-reads}\n");
    }

    @Test
    void code_in_the_book_is_as_on_its_page() throws Exception {
        var tag = "<a id='x' href=\"tcp.html\"> & <h2 id=\"y\">";
        checkout.chapter("sockets", 1, "`%s`\n\n```text\n%s\n```\n\n![%s](a.svg)".formatted(tag, tag, "a \"b\""));
        checkout.write("docs/notes/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        var book = Jsoup.parse(checkout.page("book.html"));
        assertThat(book.select(".chapter:first-child code").eachText()).containsExactly(tag, tag);
        assertThat(book.select(".chapter:first-child img").attr("alt")).isEqualTo("a “b”");
    }

    @Test
    void without_addresses_there_is_no_link_to_edit_and_no_map() throws Exception {
        assertThat(Jsoup.parse(checkout.page("tcp.html")).select(".edit, link[rel=canonical]"))
                .isEmpty();
        assertThat(checkout.out().resolve("sitemap.xml")).doesNotExist();
    }

    @Test
    void with_addresses_each_page_can_be_edited_and_found() throws Exception {
        NotesSite.render(checkout.home(), checkout.out(), ADDRESSES, true);
        assertThat(parse("lab02-echo.html").select(".edit a").attr("href"))
                .isEqualTo("https://example.org/edit/main/labs/lab02-echo/README.md");
        assertThat(parse("tcp.html").select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://example.org/notes/tcp.html");
        assertThat(parse("sitemap.xml").select("loc").eachText())
                .containsExactly(
                        "https://example.org/notes/index.html",
                        "https://example.org/notes/sockets.html",
                        "https://example.org/notes/tcp.html",
                        "https://example.org/notes/lab02-echo.html");
    }

    private Document parse(String href) throws IOException {
        return Jsoup.parse(Files.readString(checkout.out().resolve(href)));
    }
}

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
    void without_addresses_there_is_no_link_to_edit_and_no_map() throws Exception {
        assertThat(Jsoup.parse(checkout.page("tcp.html")).select(".edit, link[rel=canonical]"))
                .isEmpty();
        assertThat(checkout.out().resolve("sitemap.xml")).doesNotExist();
    }

    @Test
    void with_addresses_each_page_can_be_edited_and_found() throws Exception {
        NotesSite.render(checkout.home(), checkout.out(), ADDRESSES);
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

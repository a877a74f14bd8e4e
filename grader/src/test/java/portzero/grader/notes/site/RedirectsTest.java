package portzero.grader.notes.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portzero.grader.notes.Checkout;
import portzero.grader.notes.NotesIndex;
import portzero.grader.notes.Section;

class RedirectsTest {
    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Checkout.in(folder);
        redirects("# a comment\n\nsockets#reads → tcp#partial-reads\nold -> tcp\n");
    }

    @Test
    void readings_lead_to_where_the_place_is_now() {
        var readings = NotesIndex.of(checkout.home());
        var now = new Section("Partial reads", "The tcp", "tcp.html#partial-reads");
        assertThat(readings.find("sockets#reads")).contains(now);
        assertThat(readings.find("old#partial-reads")).contains(now);
        assertThat(readings.find("old")).contains(new Section("The tcp", "The tcp", "tcp.html"));
        assertThat(readings.find("old#no")).isEmpty();
    }

    @Test
    void links_by_the_old_name_work() throws Exception {
        checkout.chapter("sockets", 1, "[a](#reads) [b](sockets.md#reads) [c](old.md) [d](old.md#partial-reads)");
        checkout.write("labs/lab02-echo/README.md", "# Lab 02: echo\n\n[Read](../../docs/notes/sockets.md#reads).\n");
        var read = "tcp.html#partial-reads";
        assertThat(Jsoup.parse(checkout.page("sockets.html"))
                        .select(".text p:not(.moved) a")
                        .eachAttr("href"))
                .containsExactly(read, read, "tcp.html", read);
        assertThat(Jsoup.parse(checkout.page("lab02-echo.html"))
                        .select(".text p a")
                        .attr("href"))
                .isEqualTo(read);
    }

    @Test
    void the_old_place_says_where_the_new_one_is() throws Exception {
        var stub = Jsoup.parse(checkout.page("sockets.html")).select("p.moved#reads");
        assertThat(stub.text()).isEqualTo("This section is now in Partial reads.");
        assertThat(stub.select("a").attr("href")).isEqualTo("tcp.html#partial-reads");
        var old = Jsoup.parse(checkout.page("old.html"));
        assertThat(old.select(".text a.moved-page").attr("href")).isEqualTo("tcp.html");
        assertThat(old.select("meta[http-equiv=refresh]").attr("content")).isEqualTo("3; url=tcp.html");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tcp                         | “tcp” is no redirect. Write old#section → new#section.
            tcp#partial-reads → sockets | There still is a “tcp#partial-reads”. Remove the line, or rename the place.
            tcp#a → sockets#no          | There is no “sockets#no” to go to. Name a place that is there.
            gone#a → sockets            | There is no page “gone”. Say in another line where “gone” is.
            """)
    void a_wrong_line_is_named_with_the_remedy(String line, String problem) throws IOException {
        redirects(line);
        assertThat(checkout.problems()).isEqualTo("docs/notes/redirects.txt:1: " + problem);
    }

    private void redirects(String lines) throws IOException {
        checkout.write("docs/notes/redirects.txt", lines);
    }
}

package portzero.grader.notes.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.notes.Checkout;

class GlossaryTest {
    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Checkout.in(folder);
        checkout.chapter("glossary", 9, """
                ### Port {#port}

                A *number* that names a [socket](#socket), see [chapter](sockets.md).

                ### Socket {#socket}

                An endpoint.
                """);
    }

    @Test
    void a_link_to_a_term_carries_its_definition() throws Exception {
        checkout.chapter("sockets", 1, "Each [port](glossary.md#port) and [again](glossary.md#port).");
        var page = Jsoup.parse(checkout.page("sockets.html"));
        var link = page.select("a.term").get(0);
        assertThat(link.attr("href")).isEqualTo("glossary.html#port");
        assertThat(link.hasAttr("title")).isFalse();
        var definition = page.select("#" + link.attr("aria-describedby"));
        assertThat(definition.html()).isEqualTo("A <em>number</em> that names a socket, see chapter.");
        assertThat(definition.parents().hasAttr("hidden")).isTrue();
    }

    @Test
    void an_unknown_term_is_named_with_the_nearest() throws IOException {
        checkout.chapter("sockets", 1, "A [port](glossary.md#ports).");
        assertThat(checkout.problems())
                .isEqualTo("docs/notes/sockets.md:7: “ports” is an unknown glossary term. Did you mean “port”?"
                        + " Add it to the glossary or correct the link.");
    }

    @Test
    void a_term_without_a_definition_is_named() throws IOException {
        checkout.chapter("glossary", 9, "### Port {#port}");
        assertThat(checkout.problems())
                .isEqualTo("docs/notes/glossary.md:7: The term has no definition."
                        + " Write it as the paragraph below the term.");
    }
}

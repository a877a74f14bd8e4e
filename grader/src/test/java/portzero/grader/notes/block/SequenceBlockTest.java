package portzero.grader.notes.block;

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

class SequenceBlockTest {
    private static final String RECORD = "record it with mvn -pl docs/snippets test -Dportzero.record=true.";

    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Checkout.in(folder);
        checkout.write("docs/snippets/recorded/small.stamp", "Linux 6.18, JDK 17\n");
        record("""
                client: close()
                IP 127.0.0.1.50001 > 127.0.0.1.9000: Flags [F.], seq 6, ack 6, win 64, length 0
                client is FIN-WAIT-2
                server is CLOSE-WAIT
                """);
    }

    @Test
    void is_a_drawing_a_list_and_a_caption() throws Exception {
        write("sequence small", "An <end>\nOf one\ndirection.");
        var page = checkout.page("tcp.html");
        var start = page.indexOf("<figure class=\"sequence\">");
        assertThat(page.substring(start, page.indexOf("</figure>")).replaceAll("(?m)^\\s*\n", ""))
                .isEqualTo("""
                        <figure class="sequence">
                        <svg class="ladder" role="img" viewBox="0 0 360 148" width="360" height="148" aria-labelledby="sequence-small-title sequence-small-desc" font-family="system-ui, sans-serif" font-size="12.5">
                        <title id="sequence-small-title">An &lt;end&gt;</title>
                        <desc id="sequence-small-desc">Client: close(). Client to server: FIN. The client is in state FIN-WAIT-2. The server is in state CLOSE-WAIT.</desc>
                        <g class="side">
                        <line class="lifeline" x1="58" x2="58" y1="28" y2="148" stroke="currentColor" stroke-width="1"/>
                        <rect class="name-box" x="12" y="4" width="92" height="24" rx="4" fill="none" stroke="currentColor"/>
                        <text class="name" x="58" y="20.5" text-anchor="middle" font-weight="600" fill="currentColor">client</text>
                        </g>
                        <g class="side">
                        <line class="lifeline" x1="302" x2="302" y1="28" y2="148" stroke="currentColor" stroke-width="1"/>
                        <rect class="name-box" x="256" y="4" width="92" height="24" rx="4" fill="none" stroke="currentColor"/>
                        <text class="name" x="302" y="20.5" text-anchor="middle" font-weight="600" fill="currentColor">server</text>
                        </g>
                        <g class="rung note">
                        <title>close()</title>
                        <circle class="dot" cx="58" cy="54" r="4" fill="currentColor"/>
                        <text class="label" x="70" y="58" text-anchor="start" fill="currentColor">close()</text>
                        </g>
                        <g class="rung end">
                        <title>FIN</title>
                        <line class="shaft" x1="58" x2="289" y1="86" y2="86" stroke="currentColor" stroke-width="1.6" stroke-dasharray="none"/>
                        <path class="head" d="M298 86L289 81L289 91ZM300 78V94H302V78Z" fill="currentColor" stroke="currentColor" stroke-width="0"/>
                        <text class="label" x="180" y="79" text-anchor="middle" fill="currentColor"><tspan class="tag" font-weight="700">FIN</tspan></text>
                        </g>
                        <g class="rung state">
                        <title>FIN-WAIT-2</title>
                        <rect class="state-box" x="8" y="110" width="100" height="20" rx="10" fill="none" stroke="currentColor"/>
                        <text class="label" x="58" y="124" text-anchor="middle" fill="currentColor">FIN-WAIT-2</text>
                        </g>
                        <g class="rung state">
                        <title>CLOSE-WAIT</title>
                        <rect class="state-box" x="252" y="110" width="100" height="20" rx="10" fill="none" stroke="currentColor"/>
                        <text class="label" x="302" y="124" text-anchor="middle" fill="currentColor">CLOSE-WAIT</text>
                        </g>
                        </svg>
                        <details><summary>The same in words</summary>
                        <ol>
                        <li>Client: close().</li>
                        <li>Client to server: FIN.</li>
                        <li>The client is in state FIN-WAIT-2.</li>
                        <li>The server is in state CLOSE-WAIT.</li>
                        </ol></details>
                        <figcaption>Of one direction. Recorded on Linux 6.18, JDK 17.</figcaption>
                        """);
    }

    @Test
    void is_found_by_the_words_of_its_title_and_caption() throws Exception {
        write("sequence small", "A small end\nOf one direction.");
        assertThat(checkout.page("search-index.js")).contains("A small end Of one direction. Recorded on Linux");
    }

    @Test
    void keeps_its_names_in_the_book() throws Exception {
        write("sequence small", "An end");
        var book = Jsoup.parse(checkout.page("book.html"));
        assertThat(book.select(".sequence svg").attr("aria-labelledby"))
                .isEqualTo("tcp--sequence-small-title tcp--sequence-small-desc");
        assertThat(book.select("#tcp--sequence-small-title").text()).isEqualTo("An end");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sequence           | An end | “sequence” needs one name behind it, that of a session in docs/snippets.
            sequence a b       | An end | “sequence” needs one name behind it, that of a session in docs/snippets.
            sequence nowhere   | An end | There is no recorded transcript nowhere. Write docs/snippets/transcripts/nowhere.sh and record it with mvn -pl docs/snippets test -Dportzero.record=true.
            sequence ../small  | An end | There is no recorded transcript ../small. Write docs/snippets/transcripts/../small.sh and record it with mvn -pl docs/snippets test -Dportzero.record=true.
            sequence small     | ''     | The sequence has no text for those who cannot see it. Say in the first line what it shows.
            """)
    void a_fence_that_cannot_be_drawn_is_named(String info, String text, String problem) throws IOException {
        write(info, text);
        assertThat(checkout.problems()).isEqualTo("docs/notes/tcp.md:7: " + problem);
    }

    @Test
    void a_recording_that_cannot_be_drawn_is_named_with_its_line() throws IOException {
        record("client: close()\nIP 127.0.0.1.50001 > 127.0.0.1.9000: Flags [F.], seq 6, ack 6\n");
        write("sequence small", "An end");
        assertThat(checkout.problems())
                .isEqualTo(
                        "docs/snippets/recorded/small.txt:2: “IP 127.0.0.1.50001 > 127.0.0.1.9000: Flags [F.], seq 6,"
                                + " ack 6” is no call, no state and no packet of this conversation."
                                + " Correct docs/snippets/transcripts/small.sh and " + RECORD);
    }

    @Test
    void a_recording_without_a_packet_is_named() throws IOException {
        record("client: close()\n");
        write("sequence small", "An end");
        assertThat(checkout.problems())
                .isEqualTo("docs/snippets/recorded/small.txt:1: No packet was recorded."
                        + " Correct docs/snippets/transcripts/small.sh and " + RECORD);
    }

    private void record(String text) throws IOException {
        checkout.write("docs/snippets/recorded/small.txt", text);
    }

    private void write(String info, String text) throws IOException {
        checkout.chapter("tcp", 2, "```" + info + "\n" + text + "\n```\n\n## Partial reads {#partial-reads}");
    }
}

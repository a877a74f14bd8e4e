package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.notes.site.SiteAddresses;

/** The notes of this very checkout. */
class CourseNotesTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @Test
    void have_no_problems(@TempDir Path folder) throws Exception {
        assertThat(NotesSite.render(HOME, folder.resolve("site"), SiteAddresses.NONE, true)
                        .pages())
                .isGreaterThan(5);
    }

    @Test
    void draw_arrows_with_heads_that_are_there_in_the_book_too(@TempDir Path folder) throws Exception {
        NotesSite.render(HOME, folder.resolve("site"));
        for (var name : List.of("ending.html", "book.html")) {
            var page = Jsoup.parse(Files.readString(folder.resolve("site").resolve(name)));
            var heads = page.select("[marker-end]").eachAttr("marker-end");
            assertThat(heads).as(name).isNotEmpty();
            assertThat(page.select("marker").stream().map(head -> "url(#" + head.id() + ")"))
                    .as(name)
                    .containsAll(heads);
        }
    }

    /**
     * What cannot be captured on one machine may be drawn by hand: what is lost on the way, and a router.
     */
    @Test
    void draw_sequences_from_recordings() throws IOException {
        // Two lines down side by side, longer than any box.
        var twoLifelines = Pattern.compile("<path class=\"l\" d=\"M\\d+ (\\d{1,2})V([2-9]\\d\\d)M\\d+ \\1V\\2\"/>");
        try (Stream<Path> files = Files.list(HOME.resolve("docs/notes"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".svg"))
                            .filter(file -> twoLifelines.matcher(text(file)).find())
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("askagain.svg", "trouble.svg");
        }
    }

    @Test
    void draw_these_conversations() throws IOException {
        var fence = Pattern.compile("(?m)^```sequence (\\S+)$");
        try (Stream<Path> files = Files.list(HOME.resolve("docs/notes"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".md"))
                            .flatMap(file -> fence.matcher(text(file)).results().map(match -> match.group(1))))
                    .contains(
                            "conversation",
                            "question",
                            "half-close",
                            "reset",
                            "refused",
                            "datagrams",
                            "port-unreachable");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Failure reports and other people's links lead to these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "addresses#port-zero",
                "addresses#loopback-wildcard",
                "addresses#port-ranges",
                "addresses#names",
                "tcp#calls",
                "tcp#handshake",
                "tcp#accept-loop",
                "tcp#partial-reads",
                "tcp#read-loop",
                "tcp#end-of-stream",
                "tcp#write-all",
                "tcp#bytes-not-text",
                "tcp#one-client-at-a-time",
                "tcp#backpressure",
                "tcp#listener-close",
                "ending#close-and-shutdown",
                "ending#half-close",
                "ending#fin-and-rst",
                "ending#reset-survive",
                "ending#close-wait",
                "ending#time-wait",
                "ending#address-reuse",
                "ending#try-with-resources",
                "udp#truncation"
            })
    void keep_their_anchors(String reading) {
        assertThat(NotesIndex.of(HOME).find(reading)).isPresent();
    }
}

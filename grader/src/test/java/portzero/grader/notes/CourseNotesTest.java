package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The notes of this very checkout. */
class CourseNotesTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @Test
    void have_no_problems(@TempDir Path folder) throws Exception {
        assertThat(NotesSite.render(HOME, folder.resolve("site")).pages()).isGreaterThan(5);
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
        assertThat(Readings.of(HOME).find(reading)).isPresent();
    }
}

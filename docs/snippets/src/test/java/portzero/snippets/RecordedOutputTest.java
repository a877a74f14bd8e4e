package portzero.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code -Dportzero.record=true} the recordings are written instead of compared. */
@Tag("slow")
class RecordedOutputTest {
    private static final boolean RECORD = Boolean.getBoolean("portzero.record");

    static List<Recorded> recorded() throws IOException {
        return Recorded.all();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void prints_what_the_notes_show(Recorded what) throws Exception {
        what.assumeRunsHere();
        var printed = what.run();
        var shown = Files.exists(what.recording()) ? Files.readString(what.recording()) : "";
        if (RECORD) {
            record(what, shown, printed);
            return;
        }
        assertThat(what.normalised(printed))
                .as(
                        "%s does not print what the notes show. If the new output is right, record it with "
                                + "mvn -pl docs/snippets test -Dportzero.record=true and read the notes again",
                        what)
                .isEqualTo(what.normalised(shown));
    }

    @Test
    void every_recording_has_its_program() throws IOException {
        var all = Recorded.all();
        var files = Stream.concat(
                all.stream().map(Recorded::recording),
                all.stream().filter(Transcript.class::isInstance).map(what -> ((Transcript) what).stamp()));
        try (Stream<Path> recordings = Files.list(Path.of("recorded"))) {
            assertThat(recordings).isSubsetOf(files.toList());
        }
    }

    @Test
    void ports_are_numbered_as_they_appear() {
        assertThat(Recording.normalised("/127.0.0.1:43817 -> :51022, port 43817"))
                .isEqualTo("/127.0.0.1:PORT1 -> :PORT2, port PORT1");
    }

    @Test
    void what_differs_between_two_sessions_is_named() {
        assertThat(Recording.ofCommands("ESTAB  0 5  127.0.0.1:43817   pid=7,fd=9 win 65483\n"))
                .isEqualTo(Recording.ofCommands("ESTAB 0 5 127.0.0.1:51022 pid=123,fd=11 win 512\n"));
    }

    @Test
    void a_port_is_the_same_in_hexadecimal() {
        assertThat(Recording.ofCommands("port 43817, 0100007F:AB29")).isEqualTo("port PORT1, 0100007F:PORT1");
    }

    /** Leaves a recording alone that differs in its ports only, so that recording twice changes nothing. */
    private static void record(Recorded what, String shown, String printed) throws IOException {
        if (!what.normalised(printed).equals(what.normalised(shown))) {
            Files.writeString(what.recording(), printed);
            if (what instanceof Transcript transcript) {
                Files.writeString(transcript.stamp(), Transcript.today());
            }
        }
    }
}

package portzero.snippets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code -Dportzero.record=true} the recordings are written instead of compared. */
class RecordedOutputTest {
    private static final boolean RECORD = Boolean.getBoolean("portzero.record");

    static List<Snippet> programs() throws IOException {
        return Snippet.all();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void prints_what_the_notes_show(Snippet program) throws Exception {
        assumeTrue(program.runsHere(), () -> program + " shows what Linux does");
        var printed = program.run();
        var shown = Files.exists(program.recording()) ? Files.readString(program.recording()) : "";
        if (RECORD) {
            record(program, shown, printed);
            return;
        }
        assertThat(Recording.normalised(printed))
                .as(
                        "%s does not print what the notes show. If the new output is right, record it with "
                                + "mvn -pl docs/snippets test -Dportzero.record=true and read the notes again",
                        program)
                .isEqualTo(Recording.normalised(shown));
    }

    @Test
    void every_recording_has_its_program() throws IOException {
        var names =
                Snippet.all().stream().map(program -> program.name() + ".txt").toList();
        try (Stream<Path> recordings = Files.list(Path.of("recorded"))) {
            assertThat(recordings.map(file -> file.getFileName().toString())).isSubsetOf(names);
        }
    }

    @Test
    void ports_are_numbered_as_they_appear() {
        assertThat(Recording.normalised("/127.0.0.1:43817 -> :51022, port 43817"))
                .isEqualTo("/127.0.0.1:PORT1 -> :PORT2, port PORT1");
    }

    /** Leaves a recording alone that differs in its ports only, so that recording twice changes nothing. */
    private static void record(Snippet program, String shown, String printed) throws IOException {
        if (!Recording.normalised(printed).equals(Recording.normalised(shown))) {
            Files.writeString(program.recording(), printed);
        }
    }
}

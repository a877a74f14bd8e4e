package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesIndexTest {
    @TempDir
    private Path folder;

    private NotesIndex readings;

    @BeforeEach
    void makeCheckout() throws IOException {
        readings = NotesIndex.of(Checkout.in(folder).home());
    }

    @Test
    void finds_a_section() {
        assertThat(readings.find("tcp#partial-reads"))
                .contains(new Section("Partial reads", "The tcp", "tcp.html#partial-reads"));
    }

    @Test
    void finds_a_chapter_and_a_sheet() {
        assertThat(readings.find("tcp")).contains(new Section("The tcp", "The tcp", "tcp.html"));
        assertThat(readings.find("lab02-echo"))
                .contains(new Section("Lab 02: echo", "Lab 02: echo", "lab02-echo.html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "tcp#", "tcp#no", "no", "no#partial-reads", "../notes/tcp", "lab", "tcp#a#b"})
    void finds_nothing_else(String id) {
        assertThat(readings.find(id)).isEmpty();
    }

    @Test
    void finds_nothing_where_there_are_no_notes() {
        assertThat(NotesIndex.of(folder.resolve("elsewhere")).find("tcp")).isEmpty();
    }
}

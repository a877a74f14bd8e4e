package portzero.grader.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.course.Lab;
import portzero.grader.result.NamedMistake;

class ProgressStoreTest {

    @TempDir
    private Path home;

    private Lab lab() {
        return new Lab("lab02-echo", 2, "echo", "Echo", "portzero.echo", List.of("EchoServer"), home);
    }

    @Test
    void what_was_written_is_read_again() {
        LabRecord record = new LabRecord(
                Map.of(1, TaskState.DONE, 2, TaskState.FAULTY),
                Map.of(2, 1),
                List.of(
                        new NamedMistake("You seem to read “lines”.", "tcp#bytes-not-text"),
                        new NamedMistake("You seem to forget.", "tcp#calls")),
                2);
        ProgressStore.of(home).write(lab(), record);
        assertThat(ProgressStore.of(home).read(lab())).isEqualTo(record);
        assertThat(home.resolve(".portzero")).isDirectoryContaining("glob:**lab02-echo.properties");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task.1=WRONG",
                "task.0=DONE",
                "hint.1=many",
                "hint.1=-1",
                "last=0",
                "last=x",
                "\\u00zz",
                "no properties"
            })
    void what_is_damaged_counts_as_nothing(String text) throws IOException {
        Files.createDirectories(home.resolve(".portzero"));
        Files.writeString(home.resolve(".portzero/lab02-echo.properties"), text);
        assertThat(ProgressStore.of(home).read(lab())).isEqualTo(LabRecord.NONE);
    }

    @Test
    void where_the_course_cannot_be_written_the_cache_of_the_user_serves() throws IOException {
        Files.writeString(home.resolve(".portzero"), "a file where the folder would be");
        String before = System.setProperty("user.home", home.resolve("user").toString());
        try {
            LabRecord record = LabRecord.NONE.withHints(3, 2);
            ProgressStore.of(home).write(lab(), record);
            assertThat(ProgressStore.of(home).read(lab())).isEqualTo(record);
            assertThat(home.resolve("user/.cache/portzero")).isDirectory();
        } finally {
            System.setProperty("user.home", before);
        }
    }

    @Test
    void tasks_are_read_from_the_sheet() throws IOException {
        Files.createDirectories(lab().folder());
        Files.writeString(lab().folder().resolve("README.md"), """
                # Echo

                1. **Listen (12 points).** Bind [a socket](../x.md#a) to
                   the `address`. Read: [more](x.md).
                2. **Is anybody there? (3 points).** Say.

                Three things are not graded.
                """);
        assertThat(SheetTask.of(lab()))
                .containsExactly(
                        new SheetTask(1, "Listen", "Bind a socket to the address. Read: more."),
                        new SheetTask(2, "Is anybody there?", "Say."));
        assertThat(new LabRecord(Map.of(2, TaskState.DONE), Map.of(), List.of(), 0).row(lab()))
                .isEqualTo("○✓");
    }
}

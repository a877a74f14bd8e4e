package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code list} says comes next. */
class ListCommandTest {

    @TempDir
    Path home;

    @Test
    void the_first_lab_with_something_to_write_is_next() throws IOException {
        lab(1, "ports", "class Answer {}");
        lab(2, "echo", "class Answer { /* TODO: read */ }");
        lab(3, "udp", "class Answer { /* TODO: send */ }");
        CommandOutcome ran = CommandOutcome.in(home, "list");
        assertThat(ran.out())
                .contains("written; ./lab test shows how well", "to do: Answer")
                .contains("Next: read labs/lab02-echo/README.md, then run ./lab test echo");
        assertThat(ran.code()).isZero();
    }

    @Test
    void nothing_is_next_when_all_is_written() throws IOException {
        lab(1, "ports", "class Answer {}");
        assertThat(CommandOutcome.in(home, "list").out())
                .doesNotContain("Next:")
                .contains("All is written; ./lab test LAB shows how well.");
    }

    private void lab(int number, String name, String answer) throws IOException {
        Path lab = home.resolve("labs/lab0" + number + "-" + name);
        Path sources = Files.createDirectories(lab.resolve("src/main/java/portzero/" + name));
        Files.writeString(sources.resolve("Answer.java"), answer);
        Files.writeString(
                lab.resolve("lab.properties"),
                "number=%d\nname=%s\ntitle=About %s\npackage=portzero.%s\ndeliverables=Answer\n"
                        .formatted(number, name, name, name));
    }
}

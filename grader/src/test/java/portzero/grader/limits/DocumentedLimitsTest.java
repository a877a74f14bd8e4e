package portzero.grader.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import portzero.grader.Root;

/** The table in docs/limits.md says what the code does. */
class DocumentedLimitsTest {
    @Test
    void the_table_has_a_row_for_every_limit_with_its_unit_default_and_range() throws IOException {
        var expected = Arrays.stream(LimitSetting.values())
                .map(setting -> List.of(
                        "`" + setting.key() + "`",
                        setting.unit().word(),
                        setting.format(setting.usual()),
                        setting.format(setting.least()),
                        setting == LimitSetting.JAVA_RELEASE ? "the JDK's" : setting.format(setting.most())))
                .toList();
        assertThat(rows()).map(row -> row.subList(0, 5)).isEqualTo(expected);
    }

    @Test
    void every_row_says_what_it_bounds_and_what_a_student_sees() throws IOException {
        assertThat(rows()).allSatisfy(row -> assertThat(row).hasSize(7).noneMatch(String::isBlank));
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(Root.path().resolve("docs/limits.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}

package portzero.grader.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_sets_what_it_names_and_leaves_the_rest() throws Exception {
        var limits = read("# for the large lab\n[limits]\nheap = \"128 MiB\"\ncpu = 60\nwall-clock = \"5 min\"\n");
        assertThat(limits)
                .isEqualTo(Limits.DEFAULT
                        .with(LimitSetting.HEAP, 128L << 20)
                        .with(LimitSetting.CPU, 60)
                        .with(LimitSetting.WALL_CLOCK, 300));
        assertThat(limits.changes()).isEqualTo("heap 128 MiB, cpu 60 s, wall-clock 300 s");
    }

    @Test
    void an_empty_file_changes_nothing() throws Exception {
        assertThat(read("")).isEqualTo(Limits.DEFAULT);
        assertThat(read("[limits]\n")).isEqualTo(Limits.DEFAULT);
    }

    @Test
    void a_value_out_of_range_is_named_with_file_line_and_range() {
        expect("[limits]\n\nheap = \"1 MiB\"\n")
                .isEqualTo(
                        file() + ":3: heap = \"1 MiB\" is out of range; give 16 MiB to 8 GiB (the default is 64 MiB).");
        expect("[limits]\ncpu = 999999999999\n")
                .isEqualTo(file()
                        + ":2: cpu = \"999999999999\" is out of range; give 1 s to 3600 s (the default is 120 s).");
    }

    @Test
    void a_value_that_means_nothing_is_named_with_an_example() {
        expect("[limits]\nheap = \"64 MB\"\n")
                .isEqualTo(file()
                        + ":2: heap = \"64 MB\" is not a size such as 64 MiB; give 16 MiB to 8 GiB (the default is"
                        + " 64 MiB).");
        expect("[limits]\nprocesses = \"many\"\n").contains(":2: processes = \"many\" is not a whole number");
        expect("[limits]\ncpu = -5\n").contains(":2: cpu = \"-5\" is not a time such as 120 s");
        expect("[limits]\ncpu = [1, 2]\n").contains(":2: cpu = ", "is not a time");
        expect("[limits]\nheap = \"99999999999999999999 GiB\"\n").contains("is not a size");
        expect("[limits]\nheap = \"999999999999 GiB\"\n").contains("is not a size");
    }

    @Test
    void a_misspelt_name_is_answered_with_the_one_that_was_meant() {
        expect("[limits]\nheep = 1\n").isEqualTo(file() + ":2: there is no limit \"heep\"; did you mean heap?");
        expect("[limits]\nopen_files = 1\n").endsWith("did you mean open-files?");
        expect("[limits]\nDISK = 1\n").endsWith("did you mean disk?");
        expect("[limits]\nbandwidth = 1\n").contains("the limits are heap, direct-memory, ", "java-release.");
    }

    @Test
    void limits_outside_their_table_are_pointed_into_it() {
        expect("heap = 1\n").isEqualTo(file() + ":1: \"heap\" is not known here; limits stand below a line [limits].");
        expect("[limit]\nheap = 1\n").contains(":1: \"limit\" is not known here; the only table is [limits].");
        expect("limits = 3\n").contains(":1: \"limits\" is a table");
    }

    @Test
    void a_file_that_is_not_toml_is_named_with_the_line() {
        expect("[limits]\nheap 64\n")
                .startsWith(file() + ":2: this is not TOML: ")
                .contains("heap = \"128 MiB\"");
        expect("[limits]\nheap = 1\nheap = 2\n").startsWith(file() + ":3: this is not TOML: ");
    }

    @Test
    void a_file_that_is_not_there_or_not_text_is_named() throws IOException {
        assertThatExceptionOfType(LimitsException.class)
                .isThrownBy(() -> LimitsFile.read(folder.resolve("none.toml")))
                .withMessage(folder.resolve("none.toml") + " does not exist; check the name after --config.");
        Files.write(folder.resolve("binary.toml"), new byte[] {(byte) 0xff, 0, 1});
        assertThatExceptionOfType(LimitsException.class)
                .isThrownBy(() -> LimitsFile.read(folder.resolve("binary.toml")))
                .withMessageContaining("is not text in UTF-8");
    }

    private Path file() {
        return folder.resolve("grader.toml");
    }

    private Limits read(String content) throws LimitsException, IOException {
        return LimitsFile.read(Files.writeString(file(), content));
    }

    private org.assertj.core.api.AbstractStringAssert<?> expect(String content) {
        try {
            return assertThat(read(content).toString());
        } catch (LimitsException expected) {
            return assertThat(expected.getMessage());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}

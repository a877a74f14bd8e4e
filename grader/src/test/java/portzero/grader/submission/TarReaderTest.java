package portzero.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static portzero.grader.submission.Archives.add;
import static portzero.grader.submission.Archives.read;
import static portzero.grader.submission.Archives.tarGz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TarReaderTest {
    private Path file = Path.of("");

    @BeforeEach
    void name(@TempDir Path folder) {
        file = folder.resolve("work.tar.gz");
    }

    private static ThrowableAssertAlternative<RejectedException> assertRejected(Path source) {
        return assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> read(source));
    }

    @Test
    void source_files_are_read_and_others_are_listed() throws Exception {
        tarGz(file, tar -> {
            add(tar, "./lab/A.java", "class A {}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            add(tar, "lab/notes.txt", new byte[100_000]);
            add(tar, "lab/" + "long".repeat(50) + "/B.java", new byte[0]);
        });
        assertThat(read(file).files())
                .extracting(SubmittedFile::path)
                .containsExactly("lab/A.java", "lab/" + "long".repeat(50) + "/B.java");
        assertThat(read(file).ignored()).containsExactly("lab/notes.txt: not a Java source file");
    }

    @ParameterizedTest
    @CsvSource({
        TarConstants.LF_SYMLINK + ", a symbolic link",
        TarConstants.LF_LINK + ", a hard link",
        TarConstants.LF_CHR + ", a device",
        TarConstants.LF_BLK + ", a device",
        TarConstants.LF_FIFO + ", a device"
    })
    void what_is_no_file_is_passed_over(byte type, String kind) throws Exception {
        tarGz(file, tar -> {
            Archives.special(tar, "A.java", type, "/etc/passwd");
            add(tar, "B.java", new byte[0]);
        });
        assertThat(read(file).files()).extracting(SubmittedFile::path).containsExactly("B.java");
        assertThat(read(file).ignored()).containsExactly("A.java: " + kind + ", and those are not followed");
    }

    @Test
    void names_that_lead_elsewhere_are_rejected() {
        assertRejected(tarGz(file, tar -> add(tar, "../A.java", new byte[0]))).withMessageContaining("leads out");
        assertRejected(tarGz(file, tar -> add(tar, "/A.java", new byte[0]))).withMessageContaining("absolute");
    }

    @Test
    void a_name_that_is_there_twice_is_rejected() {
        assertRejected(tarGz(file, tar -> {
                    add(tar, "A.java", new byte[0]);
                    add(tar, "./A.java", new byte[0]);
                }))
                .withMessageContaining("holds A.java twice");
    }

    @Test
    void a_bomb_is_rejected_even_in_what_is_passed_over() {
        assertRejected(tarGz(file, tar -> add(tar, "A.java", new byte[5 << 20])))
                .withMessageContaining("100 times");
        assertRejected(tarGz(file, tar -> {
                    add(tar, ".hidden", new byte[5 << 20]);
                    add(tar, "A.java", new byte[0]);
                }))
                .withMessageContaining("100 times");
    }

    @Test
    void a_damaged_archive_is_rejected() throws Exception {
        var random = new byte[3_000];
        new java.util.Random(7).nextBytes(random);
        var bytes = Files.readAllBytes(tarGz(file, tar -> add(tar, "A.java", random)));
        for (int length = 2; length < bytes.length; length += 97) {
            assertRejected(Archives.write(file, Arrays.copyOf(bytes, length))).withMessageContaining("damaged");
        }
    }

    @Test
    void a_name_does_not_decide_what_a_file_is() throws Exception {
        var misnamed = Archives.zip(file, "A.java", "");
        assertThat(read(misnamed).files()).hasSize(1);
    }
}

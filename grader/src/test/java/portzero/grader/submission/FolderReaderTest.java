package portzero.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static portzero.grader.submission.Archives.read;
import static portzero.grader.submission.Archives.write;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void files_are_read_at_any_depth() throws Exception {
        write(folder.resolve("a/b/A.java"), "class A {}");
        write(folder.resolve("README.md"), "");
        write(folder.resolve(".git/B.java"), "");
        assertThat(read(folder).files()).extracting(SubmittedFile::path).containsExactly("a/b/A.java");
        assertThat(read(folder).ignored()).containsExactly("README.md: not a Java source file");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making a symbolic link needs a privilege there")
    void links_are_not_followed(@TempDir Path elsewhere) throws Exception {
        write(elsewhere.resolve("Secret.java"), "");
        write(folder.resolve("A.java"), "");
        Files.createSymbolicLink(folder.resolve("Secret.java"), elsewhere.resolve("Secret.java"));
        Files.createSymbolicLink(folder.resolve("all"), elsewhere);
        assertThat(read(folder).files()).extracting(SubmittedFile::path).containsExactly("A.java");
        assertThat(read(folder).ignored())
                .containsExactlyInAnyOrder("Secret.java: links are not followed", "all: links are not followed");
    }

    @Test
    void a_folder_around_one_archive_is_that_archive() throws Exception {
        Archives.zip(folder.resolve("work.zip"), "A.java", "");
        assertThat(read(folder).files()).hasSize(1);
    }

    @Test
    void an_empty_folder_is_rejected() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> read(folder))
                .withMessageContaining("is empty: hand in the .java files");
    }

    @Test
    void the_digest_depends_on_names_and_contents_only(@TempDir Path other) throws Exception {
        write(folder.resolve("x/A.java"), "a");
        write(folder.resolve("x/B.java"), "b");
        Archives.zip(other.resolve("s.zip"), "x/B.java", "b", "x/A.java", "a", "readme.txt", "z");
        assertThat(read(folder).digest())
                .matches("sha256:[0-9a-f]{64}")
                .isEqualTo(read(other.resolve("s.zip")).digest());
        write(folder.resolve("x/B.java"), "c");
        assertThat(read(folder).digest()).isNotEqualTo(read(other).digest());
    }

    @Test
    void a_checkout_holds_the_files_of_each_lab() throws Exception {
        write(folder.resolve("course/labs/lab02-echo/src/main/java/portzero/echo/A.java"), "a");
        write(folder.resolve("course/labs/lab02-echo/src/test/java/portzero/echo/ATest.java"), "a");
        write(folder.resolve("course/labs/lab03-chat/src/main/java/portzero/chat/B.java"), "b");
        var files = read(folder);
        assertThat(files.ofCheckout("lab02-echo").files())
                .extracting(SubmittedFile::path)
                .containsExactly("course/labs/lab02-echo/src/main/java/portzero/echo/A.java");
        assertThat(files.ofCheckout("lab04-none").isEmpty()).isTrue();
    }
}

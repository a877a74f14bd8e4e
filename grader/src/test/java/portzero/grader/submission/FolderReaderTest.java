package portzero.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static portzero.grader.submission.Archives.read;
import static portzero.grader.submission.Archives.write;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.io.FileTree;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;

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
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its paths are not that long")
    void folders_without_end_are_rejected() throws Exception {
        write(folder.resolve("A.java"), "");
        var deep = folder;
        for (int depth = 0; depth < 200; depth++) {
            deep = deep.resolve("d");
        }
        Files.createDirectories(deep);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> read(folder))
                .withMessageContaining("folders within folders, more than 100 deep");
    }

    /** Editors save by making files beside the one that is saved, and by deleting them. */
    @Test
    void files_may_come_and_go_meanwhile() throws Exception {
        write(folder.resolve("A.java"), "class A {}");
        AtomicBoolean done = new AtomicBoolean();
        Thread editor = new Thread(() -> {
            while (!done.get()) {
                for (String name : List.of("A.java~", "B.java", ".A.java.swp", "old/C.java")) {
                    write(folder.resolve(name), "class B {}");
                }
                for (String name : List.of("A.java~", "B.java", ".A.java.swp", "old/C.java", "old")) {
                    folder.resolve(name).toFile().delete();
                }
            }
        });
        editor.start();
        try {
            for (int i = 0; i < 2_000; i++) {
                assertThat(read(folder).files())
                        .extracting(SubmittedFile::path)
                        .contains("A.java")
                        .isSubsetOf("A.java", "B.java", "old/C.java");
                assertThat(FileTree.files(folder)).contains(folder.resolve("A.java"));
            }
        } finally {
            done.set(true);
            editor.join();
        }
    }

    @Test
    void a_folder_that_is_not_there_is_no_submission() {
        var gone = folder.resolve("gone");
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> FileTree.files(gone));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> FolderReader.read(gone, new SubmissionCollector("gone", Limits.DEFAULT)));
    }

    @Test
    void folders_count_like_files() throws Exception {
        write(folder.resolve("A.java"), "");
        for (int i = 0; i < 10; i++) {
            Files.createDirectory(folder.resolve("d" + i));
        }
        var submission = List.of(SubmittedEntry.of(folder));
        var limits = Limits.DEFAULT.with(LimitSetting.ENTRIES, 10);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> SubmissionReader.read(submission, limits))
                .withMessageContaining("(limit entries)");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_may_not_be_read_is_said_to_be_so() throws Exception {
        write(folder.resolve("A.java"), "");
        write(folder.resolve("Closed.java"), "");
        write(folder.resolve("closed/B.java"), "");
        var closed = List.of(folder.resolve("Closed.java"), folder.resolve("closed"));
        try {
            for (var path : closed) {
                Files.setPosixFilePermissions(path, Set.of());
            }
            assumeFalse(Files.isReadable(closed.get(0)), "root may read everything");
            assertThat(read(folder).files()).hasSize(1);
            assertThat(read(folder).ignored())
                    .containsExactlyInAnyOrder(
                            "Closed.java: cannot be read: permission is denied",
                            "closed: cannot be read: permission is denied");
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> read(folder.resolve("closed")))
                    .withMessage("closed cannot be read: permission is denied on closed.");
        } finally {
            Files.setPosixFilePermissions(closed.get(1), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void names_that_are_no_text_are_read() throws Exception {
        var name = "%FF%FE.java";
        Files.writeString(Path.of(URI.create(folder.toUri() + name)), "class A {}");
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

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "beside/a.zip", "one/two/a.zip"})
    void an_archive_that_stands_for_all_sources_is_opened(String place) throws Exception {
        Archives.zip(folder.resolve(place), "A.java", "class A {}");
        write(folder.resolve("report.pdf"), "");
        write(folder.resolve("__MACOSX/._a.zip"), "x");
        assertThat(read(folder).files()).extracting(SubmittedFile::path).containsExactly("A.java");
        assertThat(read(folder).ignored()).containsExactly("report.pdf: not a Java source file");
    }

    @Test
    void an_archive_beside_sources_or_another_archive_is_not_opened() throws Exception {
        Archives.zip(folder.resolve("a/old.zip"), "A.java", "class A {}");
        write(folder.resolve("b/B.java"), "class B {}");
        assertThat(read(folder).files()).extracting(SubmittedFile::path).containsExactly("b/B.java");
        assertThat(read(folder).ignored()).containsExactly("a/old.zip: an archive that was not opened");
        Files.delete(folder.resolve("b/B.java"));
        Archives.zip(folder.resolve("b/new.zip"), "A.java", "class A {}");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> read(folder))
                .withMessageContaining("holds no .java file");
    }

    @Test
    void loose_files_are_one_submission() throws Exception {
        write(folder.resolve("1"), "class A {}");
        write(folder.resolve("2"), "class B {}");
        write(folder.resolve("3"), "%PDF-1.7");
        Archives.zip(folder.resolve("4"), "C.java", "class C {}");
        var files = SubmissionReader.read(
                List.of(
                        new SubmittedEntry(folder.resolve("3"), "report.pdf"),
                        new SubmittedEntry(folder.resolve("1"), "A-1.java"),
                        new SubmittedEntry(folder.resolve("2"), "B.java"),
                        new SubmittedEntry(folder.resolve("4"), "old.zip")),
                Limits.DEFAULT);
        assertThat(files.files()).extracting(SubmittedFile::path).containsExactly("A-1.java", "B.java");
        assertThat(files.ignored())
                .containsExactly("report.pdf: not a Java source file", "old.zip: an archive that was not opened");
    }

    @Test
    void limits_hold_for_all_loose_files_together() throws Exception {
        var entries = new java.util.ArrayList<SubmittedEntry>();
        for (int i = 0; i < 11; i++) {
            entries.add(new SubmittedEntry(write(folder.resolve(i + ".java"), "class A {}"), i + ".java"));
        }
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> SubmissionReader.read(entries, Limits.DEFAULT.with(LimitSetting.FILES, 10)))
                .withMessageContaining("(limit files)");
        var large = Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> SubmissionReader.read(List.of(new SubmittedEntry(large, "A.java")), Limits.DEFAULT))
                .withMessageContaining("(limit source-size)");
    }

    @Test
    void what_builds_and_tools_leave_behind_does_not_count() throws Exception {
        for (int i = 0; i < 30; i++) {
            write(folder.resolve("target/classes/" + i + ".class"), "");
            write(folder.resolve("node_modules/x/" + i + ".js"), "");
            write(folder.resolve(".venv/" + i + ".py"), "");
        }
        write(folder.resolve("src/A.java"), "class A {}");
        var files = SubmissionReader.read(
                List.of(SubmittedEntry.of(folder)),
                Limits.DEFAULT.with(LimitSetting.FILES, 10).with(LimitSetting.ENTRIES, 10));
        assertThat(files.files()).hasSize(1);
        assertThat(files.ignored()).isEmpty();
        Files.delete(folder.resolve("src/A.java"));
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> read(folder))
                .withMessageContaining("holds nothing but hidden files and what builds have written");
    }
}

package portzero.grader.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.compile.Compiler;
import portzero.grader.compile.SourceFile;

class SavedFilesTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private SavedFiles files = new SavedFiles(Path.of("nowhere"));

    @BeforeEach
    void begin() throws IOException {
        file = Files.writeString(folder.resolve("A.java"), "one");
        files = new SavedFiles(folder);
    }

    /** What is told when the second of two looks finds the same. */
    private List<String> looks() {
        assertThat(files.look()).isEmpty();
        return files.look();
    }

    @Test
    void a_save_is_told_once_and_only_when_it_has_settled() throws IOException {
        assertThat(looks()).isEmpty();
        Files.writeString(file, "two");
        assertThat(files.look()).isEmpty();
        Files.writeString(file, "two and a half");
        assertThat(looks()).containsExactly("A.java");
        assertThat(looks()).isEmpty();
    }

    @Test
    void a_file_that_takes_the_place_of_another_of_the_same_time_and_size_is_noticed() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Path beside = Files.writeString(folder.resolve("A.java~"), "two");
        Files.setLastModifiedTime(beside, time);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(looks()).containsExactly("A.java");
    }

    @Test
    void saving_the_same_again_is_no_change() throws IOException {
        Files.writeString(file, "one");
        assertThat(looks()).isEmpty();
    }

    @Test
    void new_and_deleted_files_are_told_and_other_kinds_are_not() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "x");
        Files.createDirectories(folder.resolve("more"));
        Files.writeString(folder.resolve("more/B.java"), "x");
        Files.delete(file);
        assertThat(looks()).containsExactly("A.java (deleted)", "B.java");
    }

    @Test
    void a_file_that_an_editor_has_emptied_is_waited_for() throws IOException {
        Files.writeString(file, "");
        assertThat(looks()).isEmpty();
        Files.writeString(file, "two");
        assertThat(looks()).containsExactly("A.java");
    }

    @Test
    void classes_reach_what_they_use_at_second_hand() {
        Map<String, byte[]> classes;
        try (Compiler compiler = Compiler.strict(Map.of())) {
            classes = compiler.compile(List.of(new SourceFile(
                            "A.java",
                            "package p; class A { B b; long l = 3L; Runnable r = () -> b.f(null); }"
                                    + " class B { void f(C c) {} } class C {} class D { A a; }")))
                    .classes();
        }
        ClassReferences references = new ClassReferences(classes);
        assertThat(references.reachableFrom("p.A")).containsExactlyInAnyOrder("p.A", "p.B", "p.C");
        assertThat(references.reachableFrom("p.D")).containsExactlyInAnyOrder("p.A", "p.B", "p.C", "p.D");
        assertThat(references.reachableFrom("p.C")).containsExactly("p.C");
    }
}

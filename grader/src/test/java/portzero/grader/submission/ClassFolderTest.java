package portzero.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static portzero.grader.submission.Archives.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassFolderTest {
    private static final List<String> LABS = List.of("lab02-echo");

    @TempDir
    private Path folder = Path.of("");

    private List<Submission> found() throws IOException {
        return ClassFolder.of(folder, LABS).submissions();
    }

    private void folders(String... names) throws IOException {
        for (var name : names) {
            Files.createDirectory(folder.resolve(name));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "doejane_4711_815_work.zip, doejane, doejane_4711",
        "doejane_LATE_4711_815_my work-1.zip, doejane, doejane_4711",
        "Jane Doe_4711_assignsubmission_file_, Jane Doe, Jane_Doe_4711",
        "Jane Doe_4711_assignsubmission_file_work.zip, Jane Doe, Jane_Doe_4711",
        "submission_123456, submission_123456, submission_123456",
        "lab02-echo-jane, jane, jane",
        "lab-jane-doe, jane-doe, jane-doe",
        "jane.tar.gz, jane, jane",
        "jane.d.tgz, jane.d, jane.d",
        "Jörg Müller.zip, Jörg Müller, Jorg_Muller"
    })
    void names_of_platforms_are_understood(String name, String displayName, String key) {
        var student = StudentName.of(name, LABS);
        assertThat(student.displayName()).isEqualTo(displayName);
        assertThat(StudentKey.of(student.keyText())).isEqualTo(key);
    }

    @Test
    void each_folder_and_archive_is_a_submission() throws IOException {
        folders("anna", "__MACOSX", ".git");
        write(folder.resolve("ben.zip"), "");
        write(folder.resolve("carl.rar"), "");
        write(folder.resolve(".DS_Store"), "");
        write(folder.resolve("grades.csv"), "");
        var found = ClassFolder.of(folder, LABS);
        assertThat(found.submissions()).extracting(Submission::displayName).containsExactly("anna", "ben", "carl.rar");
        assertThat(found.ignored()).containsExactly("grades.csv: neither a folder nor an archive");
    }

    @Test
    void two_submissions_of_a_student_are_told_apart() throws IOException {
        folders("jane");
        write(folder.resolve("jane.zip"), "");
        assertThat(found()).extracting(Submission::key).containsExactly("jane", "jane-2");
        assertThat(found())
                .flatExtracting(Submission::notes)
                .containsOnly("This student has 2 submissions, each graded by itself:"
                        + " jane is jane; jane-2 is jane.zip.");
    }

    @Test
    void students_of_one_name_keep_their_ids() throws IOException {
        folders("Jane Doe_1_assignsubmission_file_", "Jane Doe_2_assignsubmission_file_");
        assertThat(found()).extracting(Submission::key).containsExactly("Jane_Doe_1", "Jane_Doe_2");
        assertThat(found()).extracting(Submission::platformId).containsExactly("1", "2");
        assertThat(found()).flatExtracting(Submission::notes).isEmpty();
    }

    @Test
    void keys_are_unique_even_where_case_does_not_count() throws IOException {
        folders("jorg!", "jorg?", "jorg", "=cmd()", "con", "x".repeat(200), "x".repeat(201), "a...", "- -");
        write(folder.resolve("JORG-1.zip"), "");
        var keys = found().stream().map(Submission::key).toList();
        assertThat(keys).hasSize(10).allMatch(key -> key.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"));
        assertThat(keys.stream().map(key -> key.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
        assertThat(found()).extracting(Submission::key).isEqualTo(keys);
    }

    @Test
    void a_key_does_not_depend_on_who_else_is_there() throws IOException {
        folders("jorg!");
        var alone = found().get(0).key();
        folders("jorg?", "anna");
        assertThat(found()).extracting(Submission::key).contains(alone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三", "李四", "Łukasz", "…", "con", "COM1.zip", "", "a/../b", "\u202e", "ﬁ", "👩‍💻"})
    void a_key_is_a_file_name_everywhere(String name) {
        assertThat(StudentKey.of(name))
                .matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
                .isNotEqualToIgnoringCase("con")
                .isEqualTo(StudentKey.of(name));
    }

    @Test
    void names_that_lose_all_their_letters_keep_apart() {
        assertThat(StudentKey.of("张三")).startsWith("student-").isNotEqualTo(StudentKey.of("李四"));
    }
}

package portzero.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static portzero.grader.submission.Archives.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portzero.grader.result.StudentKey;

class SubmissionsFolderTest {
    private static final List<String> LABS = List.of("lab02-echo");

    @TempDir
    private Path folder = Path.of("");

    private List<Submission> found() throws IOException {
        return SubmissionsFolder.of(folder, LABS).submissions();
    }

    private void folders(String... names) throws IOException {
        for (var name : names) {
            Files.createDirectory(folder.resolve(name));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lastfirst_4711_815_work.zip, lastfirst, lastfirst_4711",
        "lastfirst_LATE_4711_815_my work-1.zip, lastfirst, lastfirst_4711",
        "First Last_4711_assignsubmission_file_, First Last, First_Last_4711",
        "First Last_4711_assignsubmission_file_work.zip, First Last, First_Last_4711",
        "submission_123456, submission_123456, submission_123456",
        "lab02-echo-alpha, alpha, alpha",
        "lab-alpha-beta, alpha-beta, alpha-beta",
        "alpha.tar.gz, alpha, alpha",
        "alpha.d.tgz, alpha.d, alpha.d",
        "Zwölf Töne.zip, Zwölf Töne, Zwolf_Tone"
    })
    void names_of_platforms_are_understood(String name, String displayName, String key) {
        var student = StudentName.of(name, LABS);
        assertThat(student.displayName()).isEqualTo(displayName);
        assertThat(StudentKey.of(student.keyText())).isEqualTo(key);
    }

    @Test
    void each_folder_and_archive_is_a_submission() throws IOException {
        folders("delta", "__MACOSX", ".git");
        write(folder.resolve("beta.zip"), "");
        write(folder.resolve("gamma.rar"), "");
        write(folder.resolve(".DS_Store"), "");
        write(folder.resolve("grades.csv"), "");
        var found = SubmissionsFolder.of(folder, LABS);
        assertThat(found.submissions())
                .extracting(Submission::displayName)
                .containsExactly("beta", "delta", "gamma.rar");
        assertThat(found.ignored()).containsExactly("grades.csv: neither a folder nor an archive");
    }

    @Test
    void two_submissions_of_a_student_are_told_apart() throws IOException {
        folders("alpha");
        write(folder.resolve("alpha.zip"), "");
        assertThat(found()).extracting(Submission::key).containsExactly("alpha", "alpha-2");
        assertThat(found())
                .flatExtracting(Submission::notes)
                .containsOnly("This student has 2 submissions, each graded by itself:"
                        + " alpha is alpha; alpha-2 is alpha.zip.");
    }

    @Test
    void students_of_one_name_keep_their_ids() throws IOException {
        folders("First Last_1_assignsubmission_file_", "First Last_2_assignsubmission_file_");
        assertThat(found()).extracting(Submission::key).containsExactly("First_Last_1", "First_Last_2");
        assertThat(found()).extracting(Submission::platformId).containsExactly("1", "2");
        assertThat(found()).flatExtracting(Submission::notes).isEmpty();
    }

    /** In each of them the last entry's end is what a student called a file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "alpha_1_10_w.zip, beta_2_20_w.zip, gamma_3_30_x_1_assignsubmission_file_.zip; 1, 2, 3",
                "alpha_1_10_w.zip, gamma_3_30_1_assignsubmission_file_; 1, 3",
                "A B_1_assignsubmission_file_, G_3_assignsubmission_file_x_1_assignsubmission_file_; 1, 3",
                "submission_1.zip, submission_2, x_1_assignsubmission_file_; 1, 2, null",
                "alpha, beta.zip, submission_1, x_1_10_w.zip; null, null, null, null"
            })
    void nobody_is_named_by_what_a_student_chose(String entries, String ids) throws IOException {
        folders(entries.split(", ", -1));
        assertThat(found().stream().map(one -> String.valueOf(one.platformId())).sorted())
                .containsExactly(ids.split(", ", -1));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_is_neither_file_nor_folder_is_ignored_with_a_reason() throws Exception {
        folders("alpha");
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("beta.zip").toString())
                        .start()
                        .waitFor())
                .isZero();
        var found = SubmissionsFolder.of(folder, LABS);
        assertThat(found.submissions()).extracting(Submission::key).containsExactly("alpha");
        assertThat(found.ignored()).containsExactly("beta.zip: a pipe, socket or device");
    }

    @Test
    void keys_are_unique_even_where_case_does_not_count() throws IOException {
        folders("tone!", "tone?", "tone", "=cmd()", "con", "x".repeat(200), "x".repeat(201), "a...", "- -");
        write(folder.resolve("TONE-1.zip"), "");
        var keys = found().stream().map(Submission::key).toList();
        assertThat(keys).hasSize(10).allMatch(key -> key.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"));
        assertThat(keys.stream().map(key -> key.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
        assertThat(found()).extracting(Submission::key).isEqualTo(keys);
    }

    @Test
    void a_key_does_not_depend_on_who_else_is_there() throws IOException {
        folders("tone!");
        var alone = found().get(0).key();
        folders("tone?", "delta");
        assertThat(found()).extracting(Submission::key).contains(alone);
    }
}

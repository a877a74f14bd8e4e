package portzero.grader.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static portzero.grader.submission.Archives.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portzero.grader.result.Receipt;
import portzero.grader.submission.SubmittedEntry;

class SubmissionsFolderTest {
    private static final List<String> LABS = List.of("lab02-echo");

    @TempDir
    private Path folder = Path.of("");

    private List<Submission> found() throws IOException {
        return scan().submissions();
    }

    private void folders(String... names) throws IOException {
        for (var name : names) {
            Files.createDirectory(folder.resolve(name));
        }
    }

    private SubmissionsFolder scan() throws IOException {
        return SubmissionsFolder.of(folder, LABS, IntakeOptions.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lastfirst_4711_815_work.zip | lastfirst | lastfirst_4711 | false | | work.zip",
                "lastfirst_LATE_4711_815_my work-1.zip | lastfirst | lastfirst_4711 | true | | my work-1.zip",
                "anon_x7Kf2_815_work.zip | anon_x7Kf2 | anon_x7Kf2 | false | | work.zip",
                "LATE_anon_x7Kf2_815_a_1_2_b.zip | anon_x7Kf2 | anon_x7Kf2 | true | | a_1_2_b.zip",
                "1234_4711_815_work.zip | 1234 | 1234_4711 | false | | work.zip",
                "First Last_4711_assignsubmission_file_ | First Last | First_Last_4711 | false | |",
                "First Last_4711_assignsubmission_file_work.zip | First Last | First_Last_4711 | false | | work.zip",
                "submission_123456 | submission_123456 | submission_123456 | false | |",
                "Lab_2_ada_attempt_2026-11-20-13-45-12_my_work.zip | ada | ada-TIME | false | 2026-11-20T13:45:12 | my_work.zip",
                "123-678 - Ada Lovelace - Nov 20, 2026 145 PM | Ada Lovelace | Ada_Lovelace_123 | false |"
                        + " 2026-11-20T13:45:00 |",
                "123-678 - Ada Lovelace - Nov 2, 2026 1145 AM - a - b.zip | Ada Lovelace | Ada_Lovelace_123 | false |"
                        + " 2026-11-02T11:45:00 | a - b.zip",
                "lab02-echo-alpha | alpha | alpha | false | |",
                "lab-alpha-beta | alpha-beta | alpha-beta | false | |",
                "alpha.tar.gz | alpha | alpha | false | | alpha.tar.gz",
                "alpha.d.tgz | alpha.d | alpha.d | false | | alpha.d.tgz",
                "alpha.java | alpha | alpha | false | | alpha.java"
            })
    void names_of_platforms_are_understood(
            String name, String displayName, String key, boolean late, @Nullable String time, @Nullable String file)
            throws IOException {
        if (name.indexOf('.') > 0) {
            write(folder.resolve(name), "");
        } else {
            folders(name);
        }
        var one = found().get(0);
        assertThat(one.displayName()).isEqualTo(displayName);
        assertThat(one.key()).isEqualTo(key.replace("-TIME", ""));
        assertThat(one.receipt().late()).isEqualTo(late);
        assertThat(one.receipt().time()).isEqualTo(time);
        assertThat(one.entries().get(0).name()).isEqualTo(file == null ? name : file);
    }

    @Test
    void a_name_that_loses_its_accents_has_a_key_of_its_own() throws IOException {
        folders("Zwo\u0308lf To\u0308ne");
        var decomposed = found().get(0);
        assertThat(decomposed.displayName()).isEqualTo("Zw\u00f6lf T\u00f6ne");
        assertThat(decomposed.key()).matches("Zwolf_Tone-[0-9a-f]{8}");
        folders("Zwolf Tone");
        assertThat(found()).extracting(Submission::key).containsExactlyInAnyOrder("Zwolf_Tone", decomposed.key());
    }

    @Test
    void files_of_one_person_and_attempt_are_one_submission() throws IOException {
        for (var name : List.of("EchoServer-1.java", "EchoClient.java", "report.pdf", "notes.txt")) {
            write(folder.resolve("adalovelace_4711_815_" + name), "");
        }
        write(folder.resolve("hoppergrace_LATE_4712_816_work.zip"), "");
        write(folder.resolve("nobody_4713_817_screenshot.png"), "");
        assertThat(found()).hasSize(3);
        assertThat(found().get(0).entries())
                .extracting(SubmittedEntry::name)
                .containsExactly("EchoClient.java", "EchoServer-1.java", "notes.txt", "report.pdf");
        assertThat(found().get(1).receipt()).isEqualTo(new Receipt(true, null, 1, 1));
        assertThat(found().get(1).notes()).containsExactly("The platform marked this submission as late.");
        assertThat(scan().platform()).contains("Canvas");
    }

    @Test
    void moodles_flat_download_is_understood() throws IOException {
        write(folder.resolve("Ada Lovelace_17_assignsubmission_file_EchoServer.java"), "");
        write(folder.resolve("Ada Lovelace_17_assignsubmission_file_EchoClient.java"), "");
        folders("Ada Lovelace_17_assignsubmission_onlinetext_");
        assertThat(found())
                .singleElement()
                .satisfies(one -> assertThat(one.entries())
                        .extracting(SubmittedEntry::name)
                        .containsExactly("EchoClient.java", "EchoServer.java"));
        assertThat(scan().ignored()).singleElement().asString().contains("text typed into the platform");
    }

    @Test
    void the_newest_attempt_counts_unless_told_otherwise() throws IOException {
        folders(
                "7-8 - Ada Lovelace - Nov 9, 2026 145 PM",
                "7-8 - Ada Lovelace - Nov 10, 2026 905 AM",
                "9-8 - Grace Hopper - Nov 1, 2026 1200 PM");
        assertThat(found().get(0).receipt()).isEqualTo(new Receipt(false, "2026-11-10T09:05:00", 2, 2));
        assertThat(found().get(0).entries())
                .extracting(SubmittedEntry::source)
                .containsExactly(folder.resolve("7-8 - Ada Lovelace - Nov 10, 2026 905 AM"));
        assertThat(found().get(0).notes()).singleElement().asString().startsWith("This is attempt 2 of 2");
        var first = SubmissionsFolder.of(folder, LABS, new IntakeOptions(null, IntakeOptions.Attempt.FIRST));
        assertThat(first.submissions().get(0).receipt()).isEqualTo(new Receipt(false, "2026-11-09T13:45:00", 1, 2));
    }

    @Test
    void blackboard_says_the_names_in_a_text_beside() throws IOException {
        var ada = "Lab 2_ada_attempt_2026-11-20-13-45-12";
        write(folder.resolve(ada + "_EchoServer.java"), "");
        write(folder.resolve(ada + "_grace_attempt_2026-11-21-13-45-12_x.java"), "");
        write(folder.resolve(ada + ".txt"), "Name: Ada Lovelace (ada)\nAssignment: Lab 2\n");
        write(folder.resolve("Lab 2_bob_attempt_2026-11-20-13-45-12_E.java"), "");
        write(folder.resolve("Lab 2_bob_attempt_2026-11-20-13-45-12.txt"), "Name: Ada Lovelace (ada)\n");
        assertThat(found())
                .extracting(Submission::displayName, Submission::key)
                .containsExactly(tuple("Ada Lovelace", "Ada_Lovelace_ada"), tuple("bob", "bob"));
        assertThat(found().get(0).entries()).hasSize(2);
    }

    @Test
    void gradescopes_record_says_whose_a_submission_is() throws IOException {
        folders("submission_1", "submission_2", "submission_3");
        write(folder.resolve("submission_metadata.yml"), """
                ---
                submission_1:
                  :submitters:
                  - :name: Ada Lovelace
                    :sid: '0011'
                    :email: ada@example.edu
                  - :name: "Zo\\xEB \\u0141"
                    :sid: '12'
                  :created_at: 2026-11-20 17:28:33.123456000 Z
                  :results:
                    :output: |
                      submission_3:
                        :submitters:
                  :history:
                  - :submitters:
                    - :name: Old
                submission_2:
                  :submitters:
                  - :name: |-
                      Trick
                      :sid: '0011'
                    :email: grace@example.edu
                """);
        assertThat(found().get(0).people())
                .extracting(Person::name, Person::id)
                .containsExactly(tuple("Ada Lovelace", "0011"), tuple("Zo\u00eb \u0141", "12"));
        assertThat(found().get(0).receipt().time()).isEqualTo("2026-11-20T17:28:33");
        assertThat(found().get(1).people()).extracting(Person::id).containsExactly("grace@example.edu");
        assertThat(found().get(2).key()).isEqualTo("submission_3");
        assertThat(scan().ignored()).containsExactly("submission_metadata.yml: neither a folder nor an archive");
    }

    @Test
    void names_of_ones_own_are_told_by_a_pattern() throws IOException {
        write(folder.resolve("17-ada-EchoServer.java"), "");
        write(folder.resolve("17-ada-EchoClient.java"), "");
        folders("else");
        var options = new IntakeOptions("{id}-{name}-{file}", IntakeOptions.Attempt.NEWEST);
        var scanned = SubmissionsFolder.of(folder, LABS, options);
        assertThat(scanned.submissions()).extracting(Submission::key).containsExactly("ada_17", "else");
        assertThat(scanned.warnings())
                .containsExactly("Not named as --names has it, and graded under its own name (1): else");
        for (var unusable : List.of("x", "{name}{name}")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SubmissionsFolder.of(
                            folder, LABS, new IntakeOptions(unusable, IntakeOptions.Attempt.NEWEST)));
        }
    }

    @Test
    void loose_files_that_may_be_one_students_are_told() throws IOException {
        write(folder.resolve("ada_EchoServer.java"), "");
        assertThat(scan().warnings()).isEmpty();
        write(folder.resolve("ada_EchoClient.java"), "");
        assertThat(scan().warnings()).singleElement().asString().contains("(2)", "--names \"{name}_{file}\"");
        var options = new IntakeOptions("{name}_{file}", IntakeOptions.Attempt.NEWEST);
        assertThat(SubmissionsFolder.of(folder, LABS, options).submissions()).hasSize(1);
    }

    @Test
    void loose_files_beside_submissions_are_none() throws IOException {
        folders("alpha");
        write(folder.resolve("sheet.pdf"), "");
        write(folder.resolve("ada.java"), "");
        write(folder.resolve("nameless"), "PK\u0003\u0004");
        assertThat(found()).extracting(Submission::key).containsExactly("ada", "alpha", "nameless");
        assertThat(scan().ignored()).containsExactly("sheet.pdf: neither a folder nor an archive");
    }

    @Test
    void each_folder_and_archive_is_a_submission() throws IOException {
        folders("delta", "__MACOSX", ".git");
        write(folder.resolve("beta.zip"), "");
        write(folder.resolve("gamma.rar"), "");
        write(folder.resolve(".DS_Store"), "");
        write(folder.resolve("grades.csv"), "");
        var found = scan();
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
        assertThat(found()).extracting(one -> one.person().id()).containsExactly("1", "2");
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
        assertThat(found().stream()
                        .map(one -> String.valueOf(one.person().id()))
                        .sorted())
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
        var found = scan();
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

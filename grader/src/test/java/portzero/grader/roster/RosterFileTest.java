package portzero.grader.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.submission.SubmissionsFolder;

class RosterFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void canvas_names_submissions_by_its_own_id() throws Exception {
        RosterFile.Match match = match("""
                Student,ID,SIS Login ID,Section
                    Points Possible,,,
                "Lovelace, Ada",4711,ada,A
                "Hopper, Grace",4712,grace,B
                "Hamilton, Margaret",4714,margaret,B
                """, "lovelaceada_4711_815_work.zip", "turingalan_LATE_4713_816_work.zip");
        assertThat(match.roster().rows())
                .containsEntry("lovelaceada_4711", List.of("Lovelace, Ada", "4711", "ada", "A"))
                .containsOnlyKeys("lovelaceada_4711", "4712", "4714");
        assertThat(match.roster().name("lovelaceada_4711")).contains("Lovelace, Ada");
        assertThat(match.absent()).containsExactly("Hopper, Grace", "Hamilton, Margaret");
        assertThat(match.unlisted()).containsExactly("turingalan");
        assertThat(match.sentences())
                .containsExactly(
                        "On the roster and without a submission (2): Hopper, Grace; Hamilton, Margaret",
                        "Not on the roster (1): turingalan");
    }

    @Test
    void moodle_names_them_by_participant() throws Exception {
        RosterFile.Match match =
                match("Identifier,Full name\nParticipant 17,Ada Lovelace\n", "Ada Lovelace_17_assignsubmission_file_");
        assertThat(match.roster().rows()).containsOnlyKeys("Ada_Lovelace_17");
        assertThat(match.sentences()).isEmpty();
    }

    @Test
    void a_list_of_our_own_may_name_the_folders_in_any_column() throws Exception {
        RosterFile.Match match = match("section,login\nA,ADA\nB,grace\n", "ada", "grace", "lab02-echo-grace.zip");
        assertThat(match.roster().rows().keySet()).containsExactly("ada", "grace", "grace-2");
        assertThat(match.absent()).isEmpty();
        assertThat(match.unlisted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFlogin;name\r\nada;Ada\r\n", "login\tname\nada\tAda\n\n", "login,name\nada,\"Ada\""})
    void spreadsheets_have_their_own_separators_and_marks(String text) throws Exception {
        assertThat(match(text, "ada").roster().rows()).containsEntry("ada", List.of("ada", "Ada"));
    }

    @Test
    void a_key_of_one_who_is_absent_is_nobody_elses() throws Exception {
        RosterFile.Match match = match("login\nada\nZoë\nZoe\n", "ada", "Zoe");
        assertThat(match.roster().rows()).hasSize(3);
        assertThat(match.absent()).containsExactly("Zoë");
    }

    @Test
    void what_cannot_be_used_is_told_with_the_line_and_the_remedy() throws Exception {
        expect("login\n", "has no students; it must have a line of headings");
        expect("", "has no students");
        expect("login,name\nada\n", ", line 2: has 1 cells where the headings are 2");
        expect("login\nada\ngrace\nADA\n", ", line 4: ADA is in line 2, too; leave one of them.");
        expect("login\ngrace\n", ": no column names any of the submissions, such as ada; one must hold");
        expect("login\n\"ada\" L.\n", "is not a table in CSV");
        Path latin =
                Files.write(folder.resolve("latin.csv"), "login\nZo\u00eb\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> RosterFile.read(latin))
                .withMessage(latin + " is not in UTF-8; save it as “CSV UTF-8”.");
    }

    private void expect(String text, String sentence) {
        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> match(text, "ada"))
                .withMessageStartingWith(folder.toString())
                .withMessageContaining(sentence);
    }

    private RosterFile.Match match(String text, String... entries) throws RosterException, IOException {
        Path submissions = folder.resolve("class");
        for (String entry : entries) {
            Files.createDirectories(submissions.resolve(entry));
        }
        Path file = Files.writeString(folder.resolve("roster.csv"), text);
        return RosterFile.read(file)
                .match(SubmissionsFolder.of(submissions, List.of("lab02-echo")).submissions());
    }
}

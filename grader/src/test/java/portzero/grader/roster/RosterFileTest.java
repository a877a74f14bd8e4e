package portzero.grader.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.intake.IntakeOptions;
import portzero.grader.intake.Person;
import portzero.grader.intake.Submission;
import portzero.grader.intake.SubmissionsFolder;

class RosterFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void canvas_names_submissions_by_its_own_id() throws Exception {
        RosterMatch match = match("""
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
        RosterMatch match =
                match("Identifier,Full name\nParticipant 17,Ada Lovelace\n", "Ada Lovelace_17_assignsubmission_file_");
        assertThat(match.roster().rows()).containsOnlyKeys("Ada_Lovelace_17");
        assertThat(match.sentences()).isEmpty();
    }

    @Test
    void a_list_of_our_own_may_name_the_folders_in_any_column() throws Exception {
        RosterMatch match = match("section,login\nA,ADA\nB,grace\n", "ada", "grace", "lab02-echo-grace.zip");
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
        RosterMatch match = match("login\nada\nZoë\nZoe\n", "ada", "Zoe");
        assertThat(match.roster().rows()).hasSize(3);
        assertThat(match.absent()).containsExactly("Zoë");
    }

    @Test
    void what_cannot_be_used_is_told_with_the_remedy() throws Exception {
        expect("login\n", "has no students; it must have a line of headings");
        expect("", "has no students");
        expect(
                "login\ngrace\nalan\n",
                ": no line names any of the submissions. On the list, for instance: grace | alan."
                        + " Handed in, for instance: ada.");
        expect("login\n\"ada\" L.\n", "is not a table in CSV");
        expect("PK\u0003\u0004....", "is a spreadsheet; save it as");
    }

    /** Each row is a list with somebody's line, written as some program or registrar writes it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "First name,Surname,Group\\nAda,Lovelace,1 # Ada Lovelace",
                "Nachname;Vorname\\nLovelace;Ada # Ada Lovelace",
                "Student,Section\\n\"Lovelace, Ada\",1 # Ada Lovelace",
                "Email,Section\\nada@example.edu,1 # ada",
                "sep=;\\nlogin;name\\nada;Ada # ada",
                "\"sep=;\"\\r\\nlogin;name\\r\\nada;Ada # ada",
                "Name, first;login, old\\nLovelace, Ada;ada # ada",
                "login\tname\\nada\t\"Love; lace\" # ada",
                "number,name\\n4711,Ada # 004711",
                "number,name\\n004711,Ada # 4711",
                "name,x\\nZoe\u0308 Kr\u0101,1 # Zo\u00eb Kr\u0101",
                "name,x\\nAda\u00a0Lovelace ,1 # Ada Lovelace",
                "login,x\\nADA@Example.EDU,1 # ada@example.edu",
                "login,x\\nada,1\\n,, # ada",
                "Student,ID\\n    Points Possible,100\\nAda,ada\\n\"Student, Test\",9 # ada",
                "login,score\\nada,5\\nTotal,5\\nAverage,5.0 # ada",
                "\\nlogin,score\\nada,5 # ada",
                "login,score,\\nada,5, # ada",
                "login,name,\\nada # ada",
                "ada,Ada\\ngrace,Grace # ada&grace",
                "Identifier,Full name\\nTeilnehmer/in17,Ada # Ada_17_assignsubmission_file_",
                "Student,x\\n\"Lovelace, Ada\",1 # lovelaceada_4711_815_work.zip",
                "Student,SIS Login ID\\nAda,octocat # hw1-octocat&hw1-hubot"
            })
    void a_line_is_found_however_it_is_written(String list, String entries) throws Exception {
        RosterMatch match = match(list.replace("\\n", "\n").replace("\\r", "\r"), entries.split("&", -1));
        assertThat(match.absent()).isEmpty();
        assertThat(match.roster().rows()).hasSizeBetween(1, 2);
        assertThat(match.roster().rows().keySet())
                .contains(
                        match.submissions().get(match.submissions().size() - 1).key());
        assertThat(match.unlisted())
                .hasSize(match.submissions().size() - match.roster().rows().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void other_encodings_are_read(String charset) throws Exception {
        Path file = Files.write(
                folder.resolve("list.csv"), "login,name\nada,Zo\u00eb\n".getBytes(Charset.forName(charset)));
        RosterMatch match = RosterFile.read(file).match(submissions("ada"));
        assertThat(match.roster().rows()).containsEntry("ada", List.of("ada", "Zo\u00eb"));
        assertThat(match.warnings()).hasSize(charset.startsWith("win") ? 1 : 0);
    }

    @Test
    void somebody_in_two_lines_is_counted_once() throws Exception {
        RosterMatch match = match("""
                Student,ID,Section
                "Lovelace, Ada",4711,A
                "Hopper, Grace",4712,A
                "Lovelace, Ada",4711,B
                "Hopper, Grace",4712,B
                """, "lovelaceada_4711_815_work.zip");
        assertThat(match.roster().rows().keySet()).containsExactly("lovelaceada_4711", "4712");
        assertThat(match.absent()).containsExactly("Hopper, Grace");
        assertThat(match.warnings())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("Lovelace, Ada is in lines 2 and 4 (Section A and B) of ")
                                .endsWith(": counted once."),
                        second -> assertThat(second).startsWith("Hopper, Grace is in lines 3 and 5"));
    }

    @Test
    void two_people_of_one_name_are_told_apart_by_another_column_or_not_at_all() throws Exception {
        String list = "Full name,Email\nMax Li,max1@example.edu\nMax Li,max2@example.edu\n";
        RosterMatch apart = match(list, "Max Li", "max2");
        assertThat(apart.roster().rows())
                .containsEntry("max2", List.of("Max Li", "max2@example.edu"))
                .containsEntry("Max_Li", List.of("Max Li", "max1@example.edu"));
        assertThat(apart.warnings()).isEmpty();
        Path alone = folder.resolve("alone");
        Files.createDirectories(alone.resolve("Max Li"));
        RosterMatch doubtful = RosterFile.read(folder.resolve("roster.csv"))
                .match(SubmissionsFolder.of(alone, List.of(), IntakeOptions.DEFAULT)
                        .submissions());
        assertThat(doubtful.roster().rows()).isEmpty();
        assertThat(doubtful.unlisted()).containsExactly("Max Li");
        assertThat(doubtful.warnings())
                .hasSize(2)
                .allMatch(warning -> warning.contains("Max Li may be who handed in as Max Li"));
    }

    @Test
    void nobody_gets_a_line_without_points_while_a_submission_looks_like_theirs() throws Exception {
        RosterMatch match = match("""
                Name,Login
                Grace Hopper,ghopper
                Ada King Lovelace,ada99
                Alan Turing,alan
                Margaret Hamilton,margret
                Ken Thompson,ken
                """, "ghopper", "Ada Lovelace", "aturing", "margaret");
        assertThat(match.roster().rows().keySet()).containsExactly("ghopper", "ken");
        assertThat(match.absent()).containsExactly("Ken Thompson");
        assertThat(match.unlisted()).containsExactly("Ada Lovelace", "aturing", "margaret");
        assertThat(match.warnings()).hasSize(3).allMatch(warning -> warning.contains("may be who handed in as"));
    }

    @Test
    void a_team_is_all_the_people_whom_the_list_names() throws Exception {
        RosterMatch match = match("""
                login,name,team
                ada,Ada,red
                grace,Grace,red
                alan,Alan,blue
                ken,Ken,green
                """, "red", "blue");
        assertThat(match.roster().rows().keySet()).containsExactlyInAnyOrder("ada", "grace", "alan", "ken");
        assertThat(match.absent()).containsExactly("Ken");
        assertThat(match.unlisted()).isEmpty();
        assertThat(match.submissions())
                .extracting(one -> one.people().stream().map(Person::key).toList())
                .containsExactly(List.of("alan"), List.of("ada", "grace"));
    }

    @Test
    void canvas_puts_a_teams_work_under_its_name_and_the_id_of_one_of_them() throws Exception {
        RosterMatch match = match(
                """
                Student,ID,Group Name
                "Lovelace, Ada",4711,Red Team 1
                "Hopper, Grace",4712,Red Team 1
                "Turing, Alan",4713,Blue Team
                "Thompson, Ken",4714,
                """, "redteam1_4712_815_work.zip", "blueteam_LATE_4713_816_work.zip", "thompsonken_4714_817_work.zip");
        assertThat(match.sentences()).isEmpty();
        assertThat(match.submissions())
                .extracting(one -> one.people().stream().map(Person::name).toList())
                .containsExactly(
                        List.of("Turing, Alan"), List.of("Lovelace, Ada", "Hopper, Grace"), List.of("thompsonken"));
    }

    @Test
    void work_under_a_members_own_name_is_no_teams() throws Exception {
        RosterMatch match = match("""
                login,team
                ada,ada
                grace,ada
                alan,blue
                """, "ada", "grace", "alan");
        assertThat(match.sentences()).isEmpty();
        assertThat(match.submissions())
                .extracting(one -> one.people().stream().map(Person::key).toList())
                .containsExactly(List.of("ada"), List.of("alan"), List.of("grace"));
    }

    @Test
    void moodle_puts_the_team_before_everybodys_name() throws Exception {
        RosterMatch match = match(
                """
                First name,Surname
                Ada,Lovelace
                Anne-Marie,Curie
                Ken,Thompson
                """,
                "Group A-1-Ada Lovelace_17_assignsubmission_file_",
                "Group A-1-Anne-Marie Curie_18_assignsubmission_file_",
                "Default group-Ken Thompson_19_assignsubmission_file_");
        assertThat(match.sentences()).isEmpty();
        assertThat(match.roster().rows())
                .containsEntry("Group_A-1-Anne-Marie_Curie_18", List.of("Anne-Marie", "Curie"))
                .hasSize(3);
    }

    @Test
    void figures_of_other_columns_name_nobody() throws Exception {
        RosterMatch match = match("""
                Student,ID,Section,Points
                Ada Lovelace,4711,1,4712
                Ken Thompson,99,4712,4712
                """, "lovelaceada_4711_815_work.zip", "hoppergrace_4712_816_work.zip");
        assertThat(match.roster().rows().keySet()).containsExactly("lovelaceada_4711", "99");
        assertThat(match.absent()).containsExactly("Ken Thompson");
        assertThat(match.unlisted()).containsExactly("hoppergrace");
    }

    @Test
    void a_figure_that_is_somebodys_id_by_chance_does_not_make_a_list_match() throws Exception {
        expect(
                """
                section,points
                1,17
                1,3
                2,3
                """,
                "no line names any of the submissions",
                "Ada_17_assignsubmission_file_",
                "Bob_18_assignsubmission_file_",
                "Cy_19_assignsubmission_file_");
    }

    @Test
    void a_line_with_too_many_cells_is_told_and_used() throws Exception {
        RosterMatch match = match("name,login\nLovelace, Ada,ada\nGrace,grace\nAlan,alan\n", "ada", "grace", "alan");
        assertThat(match.roster().rows()).containsOnlyKeys("ada", "grace", "alan");
        assertThat(match.warnings()).singleElement().asString().contains(", line 2: has 3 cells");
    }

    private void expect(String text, String sentence) {
        expect(text, sentence, "ada");
    }

    private void expect(String text, String sentence, String... entries) {
        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> match(text, entries))
                .withMessageStartingWith(folder.toString())
                .withMessageContaining(sentence);
    }

    private RosterMatch match(String text, String... entries) throws RosterException, IOException {
        Path file = Files.writeString(folder.resolve("roster.csv"), text);
        return RosterFile.read(file).match(submissions(entries));
    }

    private List<Submission> submissions(String... entries) throws IOException {
        Path submissions = folder.resolve("class");
        for (String entry : entries) {
            Files.createDirectories(submissions.resolve(entry));
        }
        return SubmissionsFolder.of(submissions, List.of("lab02-echo"), IntakeOptions.DEFAULT)
                .submissions();
    }
}

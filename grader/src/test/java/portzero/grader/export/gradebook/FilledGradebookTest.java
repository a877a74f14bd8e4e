package portzero.grader.export.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.export.CanvasImporter;
import portzero.grader.export.ExportException;
import portzero.grader.export.Exported;
import portzero.grader.export.ExportedClass;
import portzero.grader.export.MoodleImporter;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo;
import portzero.grader.result.Verdict;
import portzero.grader.roster.Roster;

class FilledGradebookTest {
    private static final String HEAD = lines(
            "Student,ID,SIS User ID,SIS Login ID,Section,Quiz 1 (70),Lab 2: Echo (71),Final Score",
            ",,,,,Manual Posting,,",
            "\"    Points Possible\",,,,,10.00,100.00,(read only)");
    private static final String WORKSHEET =
            "\uFEFFIdentifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum grade\","
                    + "\"Grade can be changed\",\"Last modified (submission)\",\"Last modified (grade)\",\"Feedback comments\"\n";

    @TempDir
    Path folder;

    private final List<Result> results = new ArrayList<>();
    private Roster roster = Roster.NONE;
    private Path file = Path.of("");
    private List<String> notes = List.of();

    @BeforeEach
    void a_file() {
        file = folder.resolve("grades.csv");
    }

    @Test
    void canvas_is_filled_by_id_and_every_other_byte_stays() throws Exception {
        results.add(ExportedClass.keyed("lovelaceada_4711", "lovelaceada", 85));
        results.add(ExportedClass.keyed("hoppergrace_4712", "hoppergrace", 40));
        String rows = lines(
                "\"Lovelace, Ada\",4711,\"00815\",ada,\"A, B\",7.00,,81.5",
                "\"Hopper, \"\"G\"\" Grace\",4712,,grace,A,EX,12.00,",
                "\"Liskov, Barbara\",4713,,bl,A,,33.00,",
                "\"Student, Test\",4714,,xyz,A,,,");
        assertThat(canvas(HEAD + rows, FillOptions.DEFAULT))
                .isEqualTo(HEAD + rows.replace("7.00,,81.5", "7.00,85,81.5").replace("EX,12.00", "EX,40"));
        assertThat(notes)
                .contains("Column “Lab 2: Echo (71)”: filled for 2 of 3 students (2 by “ID”).")
                .anyMatch(note ->
                        note.startsWith("In the file and without a result (1): Liskov, Barbara. Their cells are as"))
                .anyMatch(note -> note.contains("Hopper, \"G\" Grace 12.00 → 40"));
    }

    @Test
    void grades_that_are_there_stay_if_asked_and_equal_ones_are_not_touched() throws Exception {
        results.add(ExportedClass.keyed("hoppergrace_4712", "hoppergrace", 40));
        results.add(ExportedClass.keyed("lovelaceada_4711", "lovelaceada", 85));
        String rows = "\"Hopper, Grace\",4712,,grace,A,,12.00,\r\n\"Lovelace, Ada\",4711,,ada,A,,85.00,\r\n";
        assertThat(canvas(HEAD + rows, new FillOptions(Optional.empty(), Optional.empty(), false, true, false)))
                .isEqualTo(HEAD + rows);
        assertThat(notes).anyMatch(note -> note.contains("12.00 → 40. It was kept"));
    }

    @Test
    void an_excused_student_stays_excused_and_a_grader_error_is_no_zero() throws Exception {
        results.add(ExportedClass.keyed("lovelaceada_4711", "lovelaceada", 85));
        results.add(ExportedClass.keyed("hoppergrace_4712", "hoppergrace", 40));
        Result failed = ExportedClass.refused(Verdict.GRADER_ERROR, "liskov");
        results.add(failed);
        String rows = lines(
                "\"Lovelace, Ada\",4711,,ada,A,,,",
                "\"Hopper, Grace\",4712,,grace,A,,EX,",
                "\"Liskov, Barbara\",4713,,liskov,A,,,");
        assertThat(canvas(HEAD + rows, FillOptions.DEFAULT)).isEqualTo(HEAD + rows.replace("ada,A,,,", "ada,A,,85,"));
        assertThat(notes)
                .anyMatch(note -> note.startsWith("Not filled because excused in Canvas (1): Hopper, Grace"))
                .anyMatch(note -> note.startsWith("Grader errors, which are no score (1): Liskov, Barbara"));
    }

    @Test
    void zeros_for_the_missing_are_written_only_when_asked_and_nobody_can_be_meant() throws Exception {
        var zeros = new FillOptions(Optional.empty(), Optional.empty(), false, false, true);
        results.add(ExportedClass.keyed("lovelaceada_4711", "lovelaceada", 85));
        String rows = lines(
                "\"Lovelace, Ada\",4711,,ada,A,,,",
                "\"Hopper, Grace\",4712,,grace,A,,,",
                "\"Liskov, Barbara\",4713,,bl,A,,50,");
        assertThat(canvas(HEAD + rows, zeros))
                .isEqualTo(HEAD + rows.replace("ada,A,,,", "ada,A,,85,").replace("grace,A,,,", "grace,A,,0,"));
        results.add(ExportedClass.keyed("gh", "gh", 100));
        refused(HEAD + rows, zeros, "--missing-as-zero is refused", "gh");
    }

    @Test
    void a_number_that_names_contradict_fills_nothing() throws Exception {
        results.add(ExportedClass.keyed("Grace_Hopper_4711", "Grace Hopper", 40));
        results.add(ExportedClass.keyed("Barbara_Liskov_99", "Barbara Liskov", 60));
        String rows = "\"Lovelace, Ada\",4711,,ada,A,,,\r\n\"Liskov, Barbara\",4713,,bl,A,,,\r\n";
        assertThat(canvas(HEAD + rows, FillOptions.DEFAULT)).isEqualTo(HEAD + rows.replace("bl,A,,,", "bl,A,,60,"));
        assertThat(notes)
                .anyMatch(note -> note.contains("“Lovelace, Ada” has by “ID” the result Grace_Hopper_4711")
                        && note.contains("--by \"ID\""))
                .anyMatch(note -> note.contains("1 by “Student”"));
        var byId = new FillOptions(Optional.empty(), Optional.of("ID"), false, false, false);
        assertThat(canvas(HEAD + rows, byId)).isEqualTo(HEAD + rows.replace("ada,A,,,", "ada,A,,40,"));
        assertThat(notes).anyMatch(note -> note.startsWith("With a result and not in the file (1): Barbara_Liskov_99"));
    }

    @Test
    void names_decide_only_where_they_are_nobody_elses() throws Exception {
        results.add(ExportedClass.keyed("Ren\u00e9_M\u00fcller", "Rene\u0301 Mu\u0308ller", 10));
        results.add(ExportedClass.keyed("Jan_Novak", "Jan Novak", 20));
        String rows =
                "\"M\u00fcller, Ren\u00e9\",1,,rm,A,,,\r\n\"Novak, Jan\",2,,jn1,A,,,\r\n\"Novak, Jan\",3,,jn2,A,,,\r\n";
        assertThat(canvas(HEAD + rows, FillOptions.DEFAULT)).isEqualTo(HEAD + rows.replace("rm,A,,,", "rm,A,,10,"));
        assertThat(notes).anyMatch(note -> note.startsWith("With a result and not in the file (1): Jan_Novak"));
    }

    @Test
    void logins_addresses_and_the_roster_find_students_too() throws Exception {
        results.add(ExportedClass.keyed("ADA", "ADA", 10));
        results.add(ExportedClass.keyed("grace", "grace", 20));
        results.add(ExportedClass.keyed("repo-7", "repo-7", 30));
        roster = new Roster(List.of("Student number", "Name"), Map.of("repo-7", List.of("0042", "Barbara Liskov")));
        String rows = lines(
                "\"Lovelace, Ada\",1,,ada,A,,,",
                "\"Hopper, Grace\",2,,grace@example.org,A,,,",
                "\"Liskov, Barbara\",3,42,x,A,,,");
        assertThat(canvas(HEAD + rows, FillOptions.DEFAULT))
                .isEqualTo(HEAD
                        + rows.replace("ada,A,,,", "ada,A,,10,")
                                .replace("org,A,,,", "org,A,,20,")
                                .replace("x,A,,,", "x,A,,30,"));
    }

    @Test
    void two_results_for_one_row_and_two_rows_for_one_result_are_left_alone() throws Exception {
        results.add(ExportedClass.keyed("lovelaceada_4711", "lovelaceada", 85));
        results.add(ExportedClass.keyed("lovelaceada2_4711", "lovelaceada", 90));
        results.add(ExportedClass.keyed("grace", "grace", 20));
        results.add(ExportedClass.keyed("bl", "bl", 30));
        String rows = lines(
                "\"Lovelace, Ada\",4711,,ada,A,,,",
                "\"Hopper, Grace\",2,,grace,A,,,",
                "\"Hopper, Grace\",5,,Grace,A,,,",
                "\"Liskov, Barbara\",3,,bl,A,,,",
                "\"Liskov, Barbara\",3,,bl,B,,,");
        assertThat(canvas(HEAD + rows, FillOptions.DEFAULT))
                .isEqualTo(HEAD + rows.replace("bl,A,,,", "bl,A,,30,").replace("bl,B,,,", "bl,B,,30,"));
        assertThat(notes)
                .anyMatch(note -> note.contains("fits 2 results by “ID”"))
                .anyMatch(note -> note.contains("one of 2 rows that the result grace fits"));
    }

    @Test
    void another_maximum_is_converted_only_when_asked() throws Exception {
        results.add(ExportedClass.keyed("lovelaceada_4711", "lovelaceada", 85));
        String file =
                "Student;ID;Section;Lab 2 (71);Other (72)\n    Points Possible;;;10,00;5,00\nLovelace, Ada;4711;A;;1,00\n";
        refused(file, FillOptions.DEFAULT, "is worth 10 points, the lab 100", "--scale");
        var scale = new FillOptions(Optional.empty(), Optional.empty(), true, false, false);
        assertThat(canvas(file, scale)).isEqualTo(file.replace("A;;1", "A;8,5;1"));
        assertThat(CanvasImporter.grades(Files.readAllBytes(folder.resolve("out.csv")), "71"))
                .containsEntry("4711", "8.5");
    }

    @Test
    void the_column_is_the_one_called_like_the_lab_or_the_one_that_is_named() throws Exception {
        results.add(ExportedClass.keyed("lovelaceada_4711", "lovelaceada", 85));
        String rows = "\"Lovelace, Ada\",4711,,ada,A,,,\r\n";
        String unclear = HEAD.replace("Quiz 1 (70)", "Echo again (70)") + rows;
        refused(unclear, FillOptions.DEFAULT, "More than one column", "“Echo again (70)”, “Lab 2: Echo (71)”");
        var named = new FillOptions(Optional.of("lab 2"), Optional.empty(), false, false, false);
        assertThat(canvas(unclear, named)).endsWith("ada,A,,85,\r\n");
        var readOnly = new FillOptions(Optional.of("Final Score"), Optional.empty(), false, false, false);
        refused(HEAD + rows, readOnly, "no column for grades", "“Quiz 1 (70)”");
        refused(
                HEAD.replace("Lab 2: Echo", "Third") + rows,
                FillOptions.DEFAULT,
                "No column is plainly that of lab02-echo");
    }

    @Test
    void what_is_no_gradebook_of_canvas_or_fits_nobody_is_refused() throws Exception {
        refused("a,b\n1,2\n", FillOptions.DEFAULT, "no gradebook of Canvas");
        results.add(ExportedClass.keyed("x", "x", 85));
        refused(
                HEAD + "\"Lovelace, Ada\",4711,,ada,A,,,\r\n",
                FillOptions.DEFAULT,
                "names nobody who has a result",
                "Lovelace, Ada (4711)",
                "--roster");
    }

    @Test
    void a_worksheet_of_moodles_is_filled_by_participant() throws Exception {
        results.add(ExportedClass.keyed("Ada_Lovelace_4711", "Ada Lovelace", 85));
        results.add(ExportedClass.keyed("Participant_4712", "Participant 4712", 40));
        results.add(ExportedClass.keyed("Barbara_Liskov_4713", "Barbara Liskov", 60));
        String rows =
                "\"Participant 4711\",\"Ada Lovelace\",ada@example.org,Submitted,,100.00,Yes,\"Monday, 2 March\",-,\n"
                        + "\"Participant 4712\",,,Submitted,,100.00,Yes,-,-,\"old, \"\"comment\"\"\"\n"
                        + "\"Participant 4713\",\"Barbara Liskov\",bl@example.org,Submitted,,100.00,No,-,-,\n"
                        + "\"Participant 4714\",\"Edsger Dijkstra\",ed@example.org,No submission,,100.00,Yes,-,-,\n";
        String filled = moodle(WORKSHEET + rows, FillOptions.DEFAULT);
        assertThat(filled)
                .isEqualTo(WORKSHEET
                        + rows.replace("ada@example.org,Submitted,,", "ada@example.org,Submitted,85,")
                                .replace("4712\",,,Submitted,,", "4712\",,,Submitted,40,"));
        assertThat(notes).anyMatch(note -> note.startsWith("Not filled because locked in Moodle (1): Barbara Liskov"));
        assertThat(MoodleImporter.grades(filled.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Map.of("4711", 85.0, "4712", 40.0));
    }

    @Test
    void a_worksheet_in_any_language_is_known_by_what_is_in_it() throws Exception {
        results.add(ExportedClass.keyed("Ada_Lovelace_4711", "Ada Lovelace", 85));
        String head =
                "ID;\"Vollst\u00e4ndiger Name\";Status;Bewertung;Bestwertung;\"Bewertung kann ge\u00e4ndert werden\";Kommentar\n";
        String rows =
                "\"Teilnehmer/in4711\";\"Ada Lovelace\";Abgegeben;;50,00;Ja;\n\"Teilnehmer/in4712\";\"G H\";-;;50,00;Ja;\n";
        refusedByMoodle(head + rows, "is worth 50 points, the lab 100");
        var scale = new FillOptions(Optional.empty(), Optional.empty(), true, false, false);
        assertThat(moodle(head + rows, scale)).isEqualTo(head + rows.replace("Abgegeben;;", "Abgegeben;42,5;"));
    }

    @Test
    void a_gradebook_of_moodles_is_filled_by_address() throws Exception {
        results.add(ExportedClass.keyed("ada", "ada", 85));
        String text = unixLines(
                "First name,Last name,ID number,Email address,Assignment: Lab 2 Echo (Real),Course total (Real)",
                "Ada,Lovelace,815,ada@example.org,-,10.00");
        assertThat(moodle(text, FillOptions.DEFAULT)).isEqualTo(text.replace("org,-,", "org,85,"));
        refusedByMoodle("x,y\n1,2\n", "neither a grading worksheet nor a gradebook");
    }

    @Test
    void a_class_of_thousands_is_filled() throws Exception {
        var text = new StringBuilder(HEAD);
        for (int i = 0; i < 3_000; i++) {
            results.add(ExportedClass.keyed("Some_Body_" + (100_000 + i), "Some Body", 50));
            text.append("\"Body, Some\",")
                    .append(100_000 + i)
                    .append(",,l")
                    .append(i)
                    .append(",A,,,\r\n");
        }
        canvas(text.toString(), FillOptions.DEFAULT);
        assertThat(notes).contains("Column “Lab 2: Echo (71)”: filled for 3000 of 3000 students (3000 by “ID”).");
    }

    private void refused(String text, FillOptions options, String... parts) throws Exception {
        Files.writeString(file, text);
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> canvas(text, options))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    private void refusedByMoodle(String text, String part) {
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> moodle(text, FillOptions.DEFAULT))
                .withMessageContaining(part);
    }

    private String canvas(String text, FillOptions options) throws Exception {
        return filled(text, FilledGradebook.canvas(file, folder.resolve("out.csv"), lab(), roster, options));
    }

    private String moodle(String text, FillOptions options) throws Exception {
        return filled(text, FilledGradebook.moodle(file, folder.resolve("out.csv"), lab(), roster, options));
    }

    private String filled(String text, FilledGradebook gradebook) throws Exception {
        Files.writeString(file, text);
        results.forEach(gradebook::add);
        Exported exported = gradebook.finish();
        notes = exported.notes();
        return Files.readString(exported.written());
    }

    private static RunInfo.Suite lab() {
        return ExportedClass.run(ExportedClass.LAB).suites().get(0);
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String unixLines(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}

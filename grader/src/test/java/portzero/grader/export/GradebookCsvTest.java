package portzero.grader.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.result.Result;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.result.Verdict;
import portzero.grader.roster.Roster;
import portzero.grader.store.SampleResult;

class GradebookCsvTest {
    private final GradebookCsv gradebook = new GradebookCsv(Roster.NONE, Path.of("unwritten.csv"));

    @Test
    void there_is_a_line_per_student_a_column_per_lab_and_a_total() {
        gradebook.add(SampleResult.graded("bob", 40));
        gradebook.add(inLab("lab01-endpoints", SampleResult.graded("ada", 30)));
        gradebook.add(SampleResult.graded("ada", 85));
        assertThat(gradebook.csv()).isEqualTo("""
                student,name,lab01-endpoints,lab02-echo,total
                ada,ada,30,85,115
                bob,bob,,40,40
                """);
    }

    @Test
    void a_refused_submission_has_no_points_and_a_grader_error_no_score() {
        gradebook.add(SampleResult.result("ada", Verdict.COMPILE_ERROR, 0));
        gradebook.add(SampleResult.result("bob", Verdict.GRADER_ERROR, 0));
        assertThat(gradebook.csv()).isEqualTo("""
                student,name,lab02-echo,total
                ada,ada,0,0
                bob,bob,,
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd()", "@SUM(A1)", "+1", "-1", "\t=1", "\r=1", " =1", "＝1", "\n=1"})
    void no_cell_begins_a_formula(String name) {
        gradebook.add(SampleResult.graded(name, 1));
        String cell = gradebook.csv().lines().toList().get(1).split(",", -1)[1];
        assertThat(cell).matches("\"?['\\\\].*");
    }

    @Test
    void commas_quotes_and_line_ends_stay_in_their_cell() {
        gradebook.add(SampleResult.graded("a,\"b\"\nc", 1));
        assertThat(gradebook.csv()).endsWith(",\"a,\"\"b\"\"\\nc\",1,1\n");
    }

    @Test
    void everybody_on_the_roster_has_a_line_with_its_cells() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        rows.put("lovelaceada_4711", List.of("4711", "Ada Lovelace", "=A1"));
        rows.put("4712", List.of("4712", "", "B"));
        GradebookCsv listed =
                new GradebookCsv(new Roster(List.of("ID", "Name", "Section"), rows), Path.of("unwritten.csv"));
        listed.add(SampleResult.graded("lovelaceada_4711", 85));
        listed.add(SampleResult.graded("eve", 40));
        assertThat(listed.csv()).isEqualTo("""
                student,name,ID,Section,lab02-echo,total
                4712,4712,4712,B,,0
                eve,eve,,,40,40
                lovelaceada_4711,Ada Lovelace,4711,'=A1,85,85
                """);
    }

    @Test
    void a_column_of_the_roster_that_is_called_like_one_of_ours_says_so() {
        Map<String, List<String>> rows = Map.of("ada", List.of("Ada", "2024", "7", "9"));
        GradebookCsv listed = new GradebookCsv(
                new Roster(List.of("Name", "Student", "Total", "lab02-echo"), rows), Path.of("unwritten.csv"));
        listed.add(SampleResult.graded("ada", 85));
        assertThat(listed.csv()).isEqualTo("""
                student,name,Student (roster),Total (roster),lab02-echo (roster),lab02-echo,total
                ada,Ada,2024,7,9,85,85
                """);
    }

    private static Result inLab(String lab, Result result) {
        return new Result(
                new SubmissionInfo(
                        lab, result.student(), result.name(), result.submission(), result.suite(), result.seed()),
                result.grade(),
                result.seconds(),
                List.of(),
                List.of());
    }
}

package portzero.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.mistake.CourseMistakes;
import portzero.grader.roster.Roster;
import portzero.grader.store.ResultStore;

/** A report on results that came with a list of the class. */
class RosterReportTest {
    @TempDir
    Path folder;

    private ResultStore store;

    @BeforeEach
    void a_class_of_thirty() throws Exception {
        store = CohortFixture.write(folder, 30);
    }

    @Test
    void who_is_on_the_roster_and_has_no_result_has_a_line() throws Exception {
        String key = store.list().get(0).student();
        Map<String, List<String>> rows = Map.of(key, List.of("One", "1"), "late", List.of("<b>Late</b>", "2"));
        store.write(new Roster(List.of("Full name", "ID"), rows));
        Document index = Jsoup.parse(
                Report.write(folder, CohortFixture::reading, CourseMistakes.of(List.of()))
                        .index(),
                "UTF-8");
        assertThat(index.select("table.students tbody tr")).hasSize(31);
        assertThat(index.select("table.students th").eachText()).contains("One" + key, "<b>Late</b>late");
        assertThat(index.text()).contains("On the roster without a result: 1.");
        assertThat(Files.readAllLines(folder.resolve("gradebook.csv")))
                .contains("late,<b>Late</b>,2,,0")
                .anyMatch(line -> line.startsWith(key + ",One,1,"));
    }

    @Test
    void sections_and_tutors_have_tables_of_their_own() throws Exception {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        rows.put("student-4", List.of("A", "Ada <b>", "1", "x"));
        rows.put("student-9", List.of("A", "Grace", "2", "x"));
        rows.put("student-10", List.of("B", "Grace", "3", "x"));
        rows.put("late", List.of("B", "", "4", "x"));
        store.write(new Roster(List.of("Section", "Your tutor", "ID", "Group"), rows));
        Document index = Jsoup.parse(
                Report.write(folder, CohortFixture::reading, CourseMistakes.of(List.of()))
                        .index(),
                "UTF-8");
        assertThat(index.select("h2").eachText())
                .contains("By Section", "By Your tutor")
                .doesNotContain("By ID", "By Group"); // one group is none
        Element sections = index.expectFirst("section:has(> h2:contains(By Section)) table");
        assertThat(sections.select("th[scope=row]").eachText()).containsExactly("none", "A", "B");
        int first = score("student-4");
        int second = score("student-9");
        assertThat(sections.select("tbody tr").get(1).select("td").eachText())
                .containsExactly("2", "0", String.valueOf(Math.min(first, second)));
        assertThat(sections.select("tbody tr").get(2).select("td").eachText())
                .containsExactly("2", "1", String.valueOf(score("student-10")));
        Element students = index.expectFirst("table.filterable");
        assertThat(students.select("thead th").eachText())
                .containsExactly("Student", "Section", "Your tutor", "lab02-echo");
        assertThat(students.select("tr:has(th:contains(student-4)) td").eachText())
                .startsWith("A", "Ada <b>");
    }

    private int score(String student) throws Exception {
        return store.read(new ResultStore.Key("lab02-echo", student)).score();
    }

    @Test
    void a_damaged_roster_is_named_and_the_rest_is_written() throws Exception {
        Files.writeString(folder.resolve("roster.csv"), "");
        Report.Written report = Report.write(folder, CohortFixture::reading, CourseMistakes.of(List.of()));
        assertThat(report.damaged()).singleElement().asString().contains("roster.csv cannot be read", "--roster");
        assertThat(report.results()).isEqualTo(30);
    }
}

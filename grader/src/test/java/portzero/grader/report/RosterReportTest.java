package portzero.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        Document index =
                Jsoup.parse(Report.write(folder, CohortFixture::reading).index(), "UTF-8");
        assertThat(index.select("table.students tbody tr")).hasSize(31);
        assertThat(index.select("table.students th").eachText()).contains("One" + key, "<b>Late</b>late");
        assertThat(index.text()).contains("On the roster without a result: 1.");
        assertThat(Files.readAllLines(folder.resolve("gradebook.csv")))
                .contains("late,<b>Late</b>,2,,0")
                .anyMatch(line -> line.startsWith(key + ",One,1,"));
    }

    @Test
    void a_damaged_roster_is_named_and_the_rest_is_written() throws Exception {
        Files.writeString(folder.resolve("roster.csv"), "");
        Report.Written report = Report.write(folder, CohortFixture::reading);
        assertThat(report.damaged()).singleElement().asString().contains("roster.csv cannot be read", "--roster");
        assertThat(report.results()).isEqualTo(30);
    }
}

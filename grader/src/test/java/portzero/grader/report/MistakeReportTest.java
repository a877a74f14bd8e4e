package portzero.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.mistake.CourseMistakes;
import portzero.grader.mistake.FailureVector;
import portzero.grader.result.Result;
import portzero.grader.result.Verdict;
import portzero.grader.store.ResultStore;

/** What a report says of mistakes that have a name. */
class MistakeReportTest {
    private static final Set<String> WHOLE_BUFFER =
            Set.of(SampleTests.wholeBuffer().id());

    @TempDir
    Path folder;

    private final List<Result> named = new ArrayList<>();
    private final List<Result> unexplained = new ArrayList<>();
    private ResultStore store;

    @BeforeEach
    void a_class_of_sixty() throws Exception {
        store = CohortFixture.write(folder, 60);
        for (ResultStore.Key key : store.list()) {
            Result result = store.read(key);
            Set<String> failed = FailureVector.of(result.tests()).failures().keySet();
            if (result.verdict() == Verdict.GRADED && !failed.isEmpty()) {
                (failed.equals(WHOLE_BUFFER) ? named : unexplained).add(result);
            }
        }
        assertThat(named).hasSizeGreaterThan(3);
        assertThat(unexplained).hasSizeGreaterThan(3);
    }

    private Document page(String path) throws IOException {
        return Jsoup.parse(folder.resolve(path), "UTF-8");
    }

    private Document page(Result result) throws IOException {
        return page(result.lab() + "/" + result.student() + ".html");
    }

    @Test
    void a_students_page_names_the_mistake_and_says_that_it_is_a_guess() throws Exception {
        Report.write(folder, CohortFixture::reading, CohortFixture::mistakes);
        for (Result result : named) {
            assertThat(page(result).expectFirst("section.mistake").text())
                    .contains(CohortFixture.MISTAKE)
                    .contains("Read: tcp, “A read returns what is there”")
                    .contains("A guess", "changes no score");
            assertThat(page(result).expectFirst(".score").text())
                    .isEqualTo(result.score() + " of " + result.max() + " points");
        }
        for (Result result : unexplained) {
            assertThat(page(result).select("section.mistake")).isEmpty();
        }
    }

    @Test
    void the_page_about_the_class_groups_submissions_by_mistake() throws Exception {
        Report.write(folder, CohortFixture::reading, CohortFixture::mistakes);
        Element mistake = page("index.html").expectFirst("section.mistakes ol li");
        assertThat(mistake.expectFirst(".name").text()).isEqualTo(CohortFixture.MISTAKE);
        assertThat(mistake.expectFirst(".failed-by").text()).isEqualTo(named.size() + " submissions");
        assertThat(mistake.select(".names a").eachAttr("href"))
                .containsExactlyInAnyOrderElementsOf(named.stream()
                        .map(result -> result.lab() + "/" + result.student() + ".html")
                        .toList());
    }

    @Test
    void failures_that_no_mistake_explains_are_listed_the_commonest_first() throws Exception {
        Report.write(folder, CohortFixture::reading, CohortFixture::mistakes);
        List<String> lines = page("index.html").select("ul.vectors li").eachText();
        List<Integer> counts = lines.stream()
                .map(line -> Integer.parseInt(line.substring(0, line.indexOf(' '))))
                .toList();
        assertThat(counts).isSortedAccordingTo((one, other) -> Integer.compare(other, one));
        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(unexplained.size());
        assertThat(lines.get(0)).contains("survives a client that resets");
        Set<String> pages = unexplained.stream()
                .map(result -> result.lab() + "/" + result.student() + ".html")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(pages).containsAll(page("index.html").select("ul.vectors a").eachAttr("href"));
    }

    @Test
    void a_course_that_knows_no_mistakes_says_nothing_of_them() throws Exception {
        Report.write(folder, CohortFixture::reading, CourseMistakes.of(List.of()));
        assertThat(page("index.html").select(".mistakes")).isEmpty();
        assertThat(page(named.get(0)).select(".mistake")).isEmpty();
    }
}

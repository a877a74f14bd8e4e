package portzero.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.mistake.CourseMistakes;
import portzero.grader.result.ExceededLimit;
import portzero.grader.result.Outcome;
import portzero.grader.result.ReportSettings;
import portzero.grader.result.StudentKey;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.store.ResultStore;
import portzero.grader.store.ResultsException;
import portzero.grader.wording.ReadingLink;
import portzero.testkit.trace.TraceEvent;

@Tag("slow")
class ReportTest {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:;"
            + " base-uri 'none'; form-action 'none'";

    @TempDir
    Path folder;

    private final Map<Path, Document> parsed = new HashMap<>();
    private ResultStore store;

    @BeforeEach
    void a_class_of_thirty() throws Exception {
        store = CohortFixture.write(folder, 30);
    }

    @Test
    void every_result_gets_a_page_and_the_class_an_index() throws Exception {
        Report.Written report = write();
        assertThat(report.results()).isEqualTo(30);
        assertThat(report.damaged()).isEmpty();
        assertThat(report.index()).exists();
        Document index = parse(report.index());
        assertThat(index.select("table.students tbody tr")).hasSize(30);
        assertThat(index.text())
                .contains("30 submissions: 23 graded, 2 rejected, 3 do not compile, 2 grader errors.", "JDK 17.0.12+7");
        assertThat(folder.resolve("gradebook.csv")).isNotEmptyFile();
    }

    @Test
    void every_link_leads_somewhere() throws Exception {
        write();
        for (Path page : pages()) {
            for (Element link : parse(page).select("[href], [src]")) {
                String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                if (!target.startsWith("data:")) {
                    assertThat(leads(page, target)).as("%s in %s", target, page).isTrue();
                }
            }
        }
    }

    @Test
    void no_page_has_inline_script_and_each_forbids_what_it_does_not_need() throws Exception {
        write();
        for (Path page : pages()) {
            Document html = parse(page);
            boolean cohort = page.equals(folder.resolve("index.html"));
            String policy =
                    html.select("meta[http-equiv=Content-Security-Policy]").attr("content");
            if (cohort) {
                assertThat(policy).isEqualTo(POLICY);
                assertThat(html.select("script")).singleElement().satisfies(script -> {
                    assertThat(script.attr("src")).endsWith("assets/report.js");
                    assertThat(script.data()).isEmpty();
                });
            } else {
                String css = html.select("style").get(0).data();
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
                assertThat(policy)
                        .isEqualTo("default-src 'none'; style-src 'sha256-"
                                + Base64.getEncoder().encodeToString(digest)
                                + "'; img-src data:; base-uri 'none'; form-action 'none'");
            }
            assertThat(html.select("style")).hasSize(cohort ? 0 : 1);
            assertThat(html.select("[style], iframe, object, embed, base, form, img"))
                    .isEmpty();
            assertThat(html.getAllElements())
                    .allSatisfy(element -> assertThat(element.attributes().asList())
                            .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        }
    }

    @Test
    void a_students_page_needs_no_other_file_and_tells_of_nobody_else() throws Exception {
        write();
        List<ResultStore.Key> keys = store.list();
        List<String> names = keys.stream().map(ResultStore.Key::student).toList();
        for (ResultStore.Key key : keys) {
            Document page = parse(store.file(key.lab(), key.student(), ".html"));
            assertThat(page.select("[src], script, link[rel=stylesheet]")).isEmpty();
            assertThat(page.select("[href]").eachAttr("href"))
                    .allSatisfy(href -> assertThat(href).matches("#.+|data:,"));
            assertThat(page.select("style").get(0).data()).doesNotContain("url(", "@import");
            List<String> words = List.of(page.text().split("[^A-Za-z0-9-]+", -1));
            assertThat(names.stream()
                            .filter(other -> other.startsWith("student-") && !other.equals(key.student()))
                            .filter(words::contains))
                    .isEmpty();
        }
    }

    @Test
    void a_students_page_is_small_enough_to_mail() throws Exception {
        write();
        for (ResultStore.Key key : store.list()) {
            assertThat(store.file(key.lab(), key.student(), ".html")).content().hasSizeBetween(5_000, 60_000);
        }
    }

    @Test
    void a_students_page_says_when_it_was_graded_with_what() throws Exception {
        store.write(CohortFixture.graded("ada", List.of(SampleTests.wholeBuffer())));
        write();
        Path file = store.file(CohortFixture.LAB, "ada", ".html");
        assertThat(parse(file).select("footer p").text())
                .isEqualTo("Graded 2026-03-02 09:30 UTC, JDK 17.0.12+7, tests 5a5a5a5a5a5a.");
        assertThat(parse(file).select("footer .facts").text())
                .contains("Graded 2026-03-02 09:30 UTC", CohortFixture.SUITE);
        Path kept = store.file(CohortFixture.LAB, "ada");
        Files.setLastModifiedTime(kept, FileTime.from(Instant.parse("2026-03-01T08:00:00Z")));
        write();
        assertThat(parse(file).select("footer p").text()).startsWith("Graded 2026-03-01 08:00 UTC");
    }

    @Test
    void hostile_text_is_text_everywhere() throws Exception {
        String hostile = "</script></title><img src=x onerror=alert(1)>\"'&lt;\u001b[31m\u202e";
        store.write(CohortFixture.graded(hostile, List.of(hostileTest(hostile))));
        store.write(CohortFixture.refused("two" + hostile, Verdict.COMPILE_ERROR, hostile, List.of(hostile)));
        write();
        for (Path page : pages()) {
            String raw = Files.readString(page);
            assertThat(raw).doesNotContain("<img", "\u001b", "\u202e", "</script></title>");
        }
        Document page = parse(store.file(CohortFixture.LAB, StudentKey.of(hostile), ".html"));
        String shown = "</script></title><img src=x onerror=alert(1)>\"'&lt;\\u001b[31m\\u202e";
        assertThat(page.select("h1").text()).isEqualTo(shown);
        for (String place : List.of(".message", ".steps", ".ladder title", ".ladder desc", ".evidence", ".output")) {
            assertThat(page.select(place).text()).as(place).contains("\\u001b[31m\\u202e");
        }
    }

    @Test
    void huge_text_makes_no_huge_page() throws Exception {
        String huge = "y".repeat(100_000);
        store.write(CohortFixture.graded("huge", List.of(hostileTest(huge))));
        write();
        assertThat(Files.size(store.file(CohortFixture.LAB, "huge", ".html"))).isLessThan(150_000);
    }

    @Test
    void a_failure_is_told_with_everything_that_is_known() throws Exception {
        store.write(CohortFixture.graded("ada", List.of(SampleTests.wholeBuffer())));
        write();
        Element test = parse(store.file(CohortFixture.LAB, "ada", ".html")).expectFirst("article.test");
        assertThat(test.select("h3").text()).contains("echoes a large message byte for byte", "failed");
        assertThat(test.select(".points").text()).isEqualTo("0 / 10");
        assertThat(test.select(".message pre").eachText()).hasSize(2);
        assertThat(test.expectFirst(".message pre").wholeText()).isEqualTo("  … 1c 9a 44 5e 07 …");
        assertThat(test.select(".steps th").eachText()).containsExactly("1", "2", "3", "4");
        assertThat(test.select(".steps .result").eachText())
                .containsExactly("listening on 127.0.0.1:43817", "✗ here the test failed");
        assertThat(test.select("svg.ladder .rung")).hasSize(4);
        assertThat(test.select("svg.ladder > title").text()).isNotEmpty();
        assertThat(test.select("svg.ladder > desc").text()).contains("4, server to test: 2,097,152 bytes.");
        assertThat(test.select(".evidence dt").eachText())
                .containsExactly("Your threads", "The kernel", "Hint", "Read");
        assertThat(test.select(".badge").eachText()).containsExactly("hidden test");
    }

    @Test
    void reading_is_a_link_on_a_students_page_only_where_the_notes_are_published() throws Exception {
        store.write(CohortFixture.graded("ada", List.of(SampleTests.wholeBuffer())));
        Files.createDirectories(folder.resolve("notes"));
        Files.writeString(folder.resolve("notes/tcp.html"), "<a id=partial-reads></a>");
        write();
        Path page = store.file(CohortFixture.LAB, "ada", ".html");
        assertThat(parse(page).select(".evidence a")).isEmpty();
        assertThat(parse(page).select(".evidence").text()).contains("tcp, “A read returns what is there”");
        assertThat(parse(folder.resolve("index.html")).select(".hardest a").eachAttr("href"))
                .contains("notes/tcp.html#partial-reads");

        store.write(new ReportSettings(1, "https://course.example/notes/index.html"));
        write();
        assertThat(parse(page).select(".evidence a").attr("href"))
                .isEqualTo("https://course.example/notes/tcp.html#partial-reads");

        store.write(new ReportSettings(1, "javascript:alert(1)"));
        write();
        assertThat(parse(page).select(".evidence a")).isEmpty();
    }

    @Test
    void a_resolver_cannot_lead_out_of_the_notes() throws Exception {
        var notes = new ReportNotes(folder, reading -> Optional.of(new ReadingLink("x", "javascript:alert(1)")));
        assertThat(notes.link("tcp#x", "").leads()).isFalse();
        var upwards = new ReportNotes(folder, reading -> Optional.of(new ReadingLink("x", "a/../../run.json")));
        assertThat(upwards.link("tcp#x", "").leads()).isFalse();
    }

    @Test
    void who_was_not_graded_is_told_why_and_what_to_do() throws Exception {
        write();
        Document refused = parse(store.file(CohortFixture.LAB, "student-5", ".html"));
        assertThat(refused.select("header").text()).contains("does not compile", "counts as 0 of 100 points");
        assertThat(refused.select(".facts").text()).contains("JDK 17.0.12+7");
        assertThat(refused.select(".refusal").text()).contains("2 errors", "';' expected", "What to do.");
        Document broken = parse(store.file(CohortFixture.LAB, "student-11", ".html"));
        assertThat(broken.select("header").text()).doesNotContain("points");
        assertThat(broken.select(".refusal").text()).contains("fault of the grader", "--resume");
    }

    @Test
    void a_damaged_result_is_named_and_the_rest_is_written() throws Exception {
        write();
        Files.writeString(store.file(CohortFixture.LAB, "student-4"), "{");
        Report.Written report = write();
        assertThat(report.results()).isEqualTo(29);
        assertThat(report.damaged()).singleElement().asString().contains("student-4.json");
        assertThat(store.file(CohortFixture.LAB, "student-4", ".html")).doesNotExist();
        assertThat(parse(report.index()).select(".notice").text()).contains("student-4.json", "damaged");
    }

    @Test
    void a_damaged_run_leaves_the_results_readable() throws Exception {
        Files.writeString(folder.resolve("run.json"), "{");
        Report.Written report = write();
        assertThat(report.results()).isEqualTo(30);
        assertThat(report.damaged()).singleElement().asString().contains("run.json");
    }

    @Test
    void the_same_results_give_the_same_bytes() throws Exception {
        write();
        Map<Path, String> first = contents();
        write();
        assertThat(contents()).isEqualTo(first);
    }

    @Test
    void an_empty_run_has_a_page_too() throws Exception {
        Path empty = folder.resolve("empty");
        ResultStore.create(empty).write(CohortFixture.run(Map.of()));
        Report.Written report = Report.write(empty, ReadingLink.none(), CourseMistakes.of(List.of()));
        assertThat(report.results()).isZero();
        assertThat(parse(report.index()).text()).contains("No submissions.", "There are no results yet.");
    }

    @Test
    void the_hardest_tests_come_first_with_who_did_not_pass() throws Exception {
        write();
        Element hardest = parse(folder.resolve("index.html")).expectFirst(".hardest li");
        assertThat(hardest.select("summary").text()).contains("echoes a large message byte for byte", "65 %");
        assertThat(hardest.select("p").text()).contains("15 of 23");
        assertThat(hardest.select(".names a")).hasSize(15);
    }

    @Test
    void several_labs_have_a_column_each_and_a_total() throws Exception {
        var all = CohortFixture.graded("student-9", List.of(SampleTests.passed(SampleTests.ECHO.get(6), false)));
        store.write(all);
        store.write(CohortFixture.inLab("lab04-shutdown", all));
        write();
        Document index = parse(folder.resolve("index.html"));
        assertThat(index.select("table.students thead th").eachText())
                .containsExactly("Student", "lab02-echo", "lab04-shutdown", "Total");
        Element row = index.expectFirst("table.students tbody tr:contains(student-9)");
        assertThat(row.select("td").eachText()).containsExactly("10", "10", "20");
        assertThat(row.select("a").eachAttr("href"))
                .containsExactly("lab02-echo/student-9.html", "lab04-shutdown/student-9.html");
    }

    @Test
    void a_passed_test_says_what_the_machine_could_not_show() throws Exception {
        store.write(CohortFixture.graded("ada", List.of(SampleTests.partlyChecked(SampleTests.ECHO.get(6)))));
        write();
        Element test = parse(store.file(CohortFixture.LAB, "ada", ".html")).expectFirst(".passed li");
        assertThat(test.select(".badge").eachText()).contains("partly checked");
        assertThat(test.select(".unchecked").text()).isEqualTo("this machine has no IPv6 loopback; not checked: IPv6");
    }

    @Test
    void results_of_another_suite_are_pointed_out() throws Exception {
        store.write(CohortFixture.graded("ada", List.of()));
        Path file = store.file(CohortFixture.LAB, "ada");
        Files.writeString(file, Files.readString(file).replace(CohortFixture.SUITE, "sha256:" + "0".repeat(64)));
        write();
        assertThat(parse(folder.resolve("index.html")).select(".notice").text())
                .contains("1 submission met another version of the tests");
    }

    @Test
    void only_a_folder_of_results_is_reported_on() {
        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(
                        () -> Report.write(folder.resolve("none"), ReadingLink.none(), CourseMistakes.of(List.of())));
    }

    private static TestResult hostileTest(String text) {
        return SampleTests.result(
                SampleTests.ECHO.get(0),
                Outcome.FAILED,
                ExceededLimit.OUTPUT,
                true,
                text,
                Collections.nCopies(3, text),
                Collections.nCopies(3, new TraceEvent(1, "test", "server", TraceEvent.Kind.DATA, text)),
                List.of(text),
                List.of(text),
                text);
    }

    private Report.Written write() throws Exception {
        return Report.write(folder, CohortFixture::reading, CohortFixture::mistakes);
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.startsWith(folder.resolve("notes")))
                    .toList();
        }
    }

    private Map<Path, String> contents() throws IOException {
        var contents = new HashMap<Path, String>();
        for (Path page : pages()) {
            contents.put(page, Files.readString(page));
        }
        return contents;
    }

    private boolean leads(Path page, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? page
                : page.resolveSibling(URLDecoder.decode(parts[0], StandardCharsets.UTF_8))
                        .normalize();
        return Files.isRegularFile(file) && (parts.length == 1 || hasAnchor(file, parts[1]));
    }

    private boolean hasAnchor(Path file, String anchor) throws IOException {
        Document html = parsed.get(file);
        if (html == null) {
            html = parse(file);
            parsed.put(file, html);
        }
        return html.getElementById(anchor) != null;
    }

    private static Document parse(Path page) throws IOException {
        return Jsoup.parse(page, "UTF-8");
    }
}

package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.score.Limit;
import portzero.grader.score.Outcome;
import portzero.grader.score.Result;
import portzero.grader.score.ResultStore;
import portzero.grader.score.TestResult;
import portzero.grader.score.Verdict;

/**
 * A class of hostile submissions and a right one, graded once by the real command in the real sandbox.
 *
 * <p>Most are right but for one trap that one test springs: so it shows that all others keep their points.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileSubmissionsTest {

    private static final String TRAPPED = "EchoServerTest.closing_a_server_that_was_never_started_does_nothing";
    private static final int ALL_BUT_THE_TRAP = 98;
    private static final String SCRIPT_AS_NAME = "<script>alert(3)<script>\"'&amp;";

    private final Map<String, Result> results = new HashMap<>();
    private final Map<String, Path> pages = new HashMap<>();
    private GraderProcess grader;

    @BeforeAll
    void grade(@TempDir Path folder) throws Exception {
        RequiredSandbox.check();
        Submissions submissions = new Submissions(folder.resolve("class"));
        for (String name : Submissions.hostileNames()) {
            submissions.hostile(name, name.equals("throws-markup") ? SCRIPT_AS_NAME : name);
        }
        submissions.mistake("never-closes", "leaks");
        submissions.reference("the-first");
        submissions.reference("zoe");
        Path out = folder.resolve("results");
        grader = GraderProcess.start("grade", submissions.folder(), "--lab", "echo", "--out", out);
        assertThat(grader.await()).as(grader.output()).isZero();
        read(ResultStore.open(out));
    }

    private void read(ResultStore store) throws Exception {
        for (ResultStore.Key key : store.list()) {
            Result result = store.read(key);
            results.put(result.name(), result);
            pages.put(result.name(), store.file(key.lab(), key.student(), ".html"));
        }
    }

    @AfterAll
    void close() throws IOException {
        if (grader != null) {
            grader.close();
        }
    }

    @Test
    void every_submission_gets_a_result_and_none_is_the_graders_fault() throws IOException {
        assertThat(results).hasSize(Submissions.hostileNames().size() + 3);
        assertThat(results.values()).noneMatch(result -> result.verdict() == Verdict.GRADER_ERROR);
    }

    @Test
    void their_neighbours_keep_all_points() {
        assertThat(result("the-first").score()).isEqualTo(100);
        assertThat(result("zoe").score()).isEqualTo(100);
    }

    @Test
    void no_process_and_no_file_is_left() throws Exception {
        grader.expectNothingLeft();
    }

    @Test
    void a_program_that_exits_loses_the_test_that_ran_into_it() {
        TestResult test = onlyFailure("exits");
        assertThat(test.outcome()).isEqualTo(Outcome.CRASHED);
        assertThat(test.message()).containsIgnoringCase("the program ended itself (exit 0)");
    }

    @Test
    void a_class_that_halts_when_loaded_loses_the_tests_that_need_it() {
        Result result = result("halts-when-loaded");
        assertThat(result.tests())
                .allSatisfy(test -> assertThat(test.outcome())
                        .as(test.id())
                        .isEqualTo(needsServer(test) ? Outcome.CRASHED : Outcome.PASSED));
        assertThat(result.score()).isPositive();
    }

    private static boolean needsServer(TestResult test) {
        return !test.id().startsWith("EchoClientTest.") && !test.id().startsWith("EchoFirstStepsTest.client_");
    }

    @Test
    void an_endless_loop_is_shown_where_it_stands() throws IOException {
        TestResult test = onlyFailure("loops");
        assertThat(test.outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(test.threads()).singleElement(STRING).containsPattern("EchoServer\\.java:1[34]\\b");
    }

    @Test
    void a_deadlock_is_shown_on_both_sides() {
        TestResult test = onlyFailure("deadlocks");
        assertThat(test.outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(test.threads())
                .hasSize(2)
                .allSatisfy(thread -> assertThat(thread).contains("waiting for a lock, EchoServer.java:31"));
    }

    @Test
    void leaked_connections_are_shown_as_the_kernel_sees_them() {
        assertThat(result("leaks").tests())
                .filteredOn(test -> test.id().endsWith("leaves_no_connection_in_close_wait"))
                .singleElement()
                .satisfies(test -> {
                    assertThat(test.outcome()).isNotEqualTo(Outcome.PASSED);
                    assertThat(test.sockets())
                            .filteredOn(socket -> socket.contains("CLOSE_WAIT: "))
                            .hasSize(5);
                });
    }

    @Test
    void a_printed_result_is_output_and_no_more() {
        Result result = result("prints-a-result");
        assertThat(result.max()).isEqualTo(100);
        assertThat(failures(result)).isNotEmpty().noneMatch(HostileSubmissionsTest::needsServer);
        assertThat(result.tests())
                .filteredOn(test -> test.id().endsWith("client_returns_what_the_server_sends_back"))
                .singleElement()
                .satisfies(test -> {
                    assertThat(test.outcome()).isEqualTo(Outcome.FAILED);
                    assertThat(test.points()).isZero();
                    assertThat(test.output()).contains("100/100", "BUILD SUCCESS");
                });
    }

    @Test
    void bytes_forged_on_the_graders_channel_end_that_test() {
        TestResult test = onlyFailure("forges-frames");
        assertThat(test.outcome()).isEqualTo(Outcome.CRASHED);
        assertThat(test.message()).containsIgnoringCase("the program wrote to the grader's own channel");
    }

    @Test
    void a_program_that_looks_around_finds_nothing() {
        TestResult test = onlyFailure("looks-around");
        assertThat(test.message()).contains("looked around and found [] as user 65534");
    }

    @Test
    void limits_stop_a_test_and_are_named() {
        Map<String, Limit> expected = Map.of(
                "fills-the-heap", Limit.MEMORY,
                "starts-threads", Limit.THREADS,
                "fills-the-disk", Limit.DISK,
                "floods-the-output", Limit.OUTPUT);
        expected.forEach(
                (name, limit) -> assertThat(onlyFailure(name).limit()).as(name).isEqualTo(limit));
    }

    @Test
    void printed_text_is_bounded() {
        assertThat(onlyFailure("floods-the-output").output().length()).isLessThan(20_000);
    }

    @Test
    void a_class_in_the_place_of_one_of_ours_is_refused() {
        Map<String, String> expected = Map.of("shadows-junit", "org.junit", "shadows-the-kit", "portzero.testkit");
        expected.forEach((name, reserved) -> {
            assertThat(result(name).verdict()).as(name).isEqualTo(Verdict.REJECTED);
            assertThat(result(name).reason()).contains("reserved package " + reserved);
            assertThat(result(name).score()).isZero();
        });
    }

    @Test
    void a_contract_of_their_own_is_ignored() {
        assertThat(result("replaces-the-contract").score()).isEqualTo(100);
        assertThat(result("replaces-the-contract").diagnostics()).contains("Server.java: the course's own is used");
    }

    @Test
    void services_build_files_and_tests_are_ignored() {
        assertThat(result("brings-services").score()).isEqualTo(100);
        assertThat(result("brings-services").diagnostics()).anyMatch(note -> note.contains("META-INF/services"));
    }

    @Test
    void streams_and_handlers_are_put_right_for_the_next_test() {
        assertThat(result("breaks-the-streams").score()).isEqualTo(100);
    }

    @Test
    void an_exception_whose_methods_fail_is_described_all_the_same() {
        assertThat(onlyFailure("throws-a-trap").message()).contains("The call threw Trap");
    }

    @Test
    void hostile_text_is_text_in_the_students_page_and_in_the_class_page() throws IOException {
        String message = String.valueOf(onlyFailure(SCRIPT_AS_NAME).message());
        assertThat(message).contains("\\u001b[2J\\u202e", "</script><script>alert(1)", "\\r\\n\\u0007");
        Path page = page(SCRIPT_AS_NAME);
        Document student = parsed(page);
        assertThat(student.select("h1").text()).isEqualTo(SCRIPT_AS_NAME);
        assertThat(student.select(".message").text()).contains("<img src=x onerror=alert(2)>");
        for (Document document : List.of(student, parsed(page.resolveSibling("../index.html")))) {
            assertThat(document.select("img, [onerror], script:not([src])")).isEmpty();
            assertThat(document.html()).doesNotContain("\u001b", "\u202e", "\u0007");
            assertThat(document.select("meta[http-equiv=Content-Security-Policy]"))
                    .hasSize(1)
                    .allSatisfy(policy -> assertThat(policy.attr("content")).doesNotContain("unsafe-inline"));
        }
    }

    private static Document parsed(Path file) throws IOException {
        return Jsoup.parse(Files.readString(file));
    }

    private Path page(String name) {
        Path page = pages.get(name);
        assertThat(page).as(name).isNotNull().exists();
        return page == null ? Path.of("") : page;
    }

    private Result result(String name) {
        Result result = results.get(name);
        if (result == null) {
            throw new AssertionError("no result for " + name + " among " + results.keySet());
        }
        return result;
    }

    /** The test that sprang the trap; all others must have passed. */
    private TestResult onlyFailure(String name) {
        Result result = result(name);
        assertThat(failures(result)).as(name).extracting(TestResult::id).containsExactly(TRAPPED);
        assertThat(result.score()).as(name).isEqualTo(ALL_BUT_THE_TRAP);
        return failures(result).get(0);
    }

    private static List<TestResult> failures(Result result) {
        return result.tests().stream()
                .filter(test -> test.outcome() != Outcome.PASSED)
                .toList();
    }
}

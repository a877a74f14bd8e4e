package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.store.ResultStore;

/**
 * A class of hostile and broken submissions with right ones among them, graded once by the real command in the real
 * sandbox.
 *
 * <p>To add one, add a folder to the resources; {@link HostileProgram} and {@link HostileExpectation} say how. {@code
 * -Dportzero.hostile=2/3} takes the second third of them, for a second JDK.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileSubmissionsTest {

    /** Right submissions; by their names the first, the last, and some between. */
    private static final List<String> NEIGHBOURS = List.of("a-first", "m-middle", "t-another", "zz-last");

    private static final String MARKUP = "throws-markup";
    private static final String LEAKS = "leaks";
    private static final String REACHES = "reaches-this-test";

    /** Somebody on the machine's own network. */
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    private final Map<String, Result> results = new HashMap<>();
    private final Map<String, Path> pages = new HashMap<>();
    private List<HostileProgram> programs = List.of();
    private GraderProcess grader;

    HostileSubmissionsTest() throws IOException {}

    @BeforeAll
    void grade(@TempDir Path folder) throws Exception {
        RequiredSandbox.check();
        programs = share(HostileProgram.all("echo"));
        Submissions submissions = new Submissions(folder.resolve("class"));
        Files.createDirectory(submissions.folder());
        for (HostileProgram program : programs) {
            program.submit(submissions);
        }
        submissions.mistake("never-closes", LEAKS);
        for (String neighbour : NEIGHBOURS) {
            submissions.reference(neighbour);
        }
        submissions.reaching(listener.getLocalPort(), REACHES);
        Path out = folder.resolve("results");
        grader = GraderProcess.start("grade", submissions.folder(), "--lab", "echo", "--out", out);
        assertThat(grader.await(submissions.count())).as(grader.output()).isZero();
        read(ResultStore.open(out));
    }

    /** Every so many-th of them, and the one that a test here asks for by its name. */
    private static List<HostileProgram> share(List<HostileProgram> all) {
        String[] share = System.getProperty("portzero.hostile", "1/1").split("/", -1);
        int first = Integer.parseInt(share[0]) - 1;
        int step = Integer.parseInt(share[1]);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == first || all.get(i).name().equals(MARKUP))
                .mapToObj(all::get)
                .toList();
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
        listener.close();
        if (grader != null) {
            grader.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> each_is_judged_as_it_deserves() {
        return programs.stream().map(program -> dynamicTest(program.does(), () -> check(program)));
    }

    private void check(HostileProgram program) {
        HostileExpectation expectation = new HostileExpectation(program.expected());
        for (String student : program.students()) {
            expectation.check(result(student));
        }
    }

    @Test
    void every_submission_gets_a_result_and_none_is_the_graders_fault() {
        long students =
                programs.stream().mapToInt(program -> program.students().size()).sum();
        assertThat(results).hasSize(Math.toIntExact(students) + 2 + NEIGHBOURS.size());
        assertThat(results.values()).noneMatch(result -> result.verdict() == Verdict.GRADER_ERROR);
    }

    @Test
    void their_neighbours_keep_all_points() {
        for (String neighbour : NEIGHBOURS) {
            assertThat(result(neighbour).score()).as(neighbour).isEqualTo(100);
        }
    }

    @Test
    void no_process_no_mount_and_no_file_is_left() throws Exception {
        grader.expectNothingLeft();
    }

    @Test
    void nobody_on_the_machines_own_network_is_reached() {
        new HostileExpectation(HostileProgram.named("reaches-a-port").expected()).check(result(REACHES));
    }

    @Test
    void leaked_connections_are_shown_as_the_kernel_sees_them() {
        TestResult leak = result(LEAKS).tests().stream()
                .filter(test -> test.id().endsWith("leaves_no_connection_in_close_wait"))
                .findFirst()
                .orElseThrow();
        assertThat(leak.points()).isZero();
        assertThat(leak.sockets())
                .filteredOn(socket -> socket.contains("CLOSE_WAIT: "))
                .isNotEmpty();
    }

    @Test
    void every_text_in_every_result_is_bounded() {
        for (Result result : results.values()) {
            assertThat(result.toString().length()).as(result.name()).isLessThan(300_000);
            assertThat(result.tests())
                    .allSatisfy(test -> assertThat(test.output().length())
                            .as(result.name() + " " + test.id())
                            .isLessThan(20_000));
        }
    }

    @Test
    void hostile_text_is_text_in_every_page() throws IOException {
        assertThat(pages).hasSameSizeAs(results);
        Path classPage = pages.values().iterator().next().resolveSibling("../index.html");
        for (Path page :
                Stream.concat(pages.values().stream(), Stream.of(classPage)).toList()) {
            Document document = Jsoup.parse(Files.readString(page));
            assertThat(document.select("img, plaintext, [onerror], script:not([src])"))
                    .as("%s", page)
                    .isEmpty();
            assertThat(document.html()).as("%s", page).doesNotContain("\u001b", "\u202e", "\u2066", "\u0007");
            assertThat(document.select("meta[http-equiv=Content-Security-Policy]"))
                    .hasSize(1)
                    .allSatisfy(policy -> assertThat(policy.attr("content")).doesNotContain("unsafe-inline"));
        }
    }

    @Test
    void a_hostile_name_is_the_heading_of_its_page() throws IOException {
        String name = HostileProgram.named(MARKUP).students().get(0);
        Path page = pages.get(name);
        assertThat(page).isNotNull();
        assertThat(Jsoup.parse(Files.readString(page)).select("h1").text()).isEqualTo(name);
    }

    @Test
    void no_cell_of_the_gradebook_is_a_formula() throws IOException {
        Path gradebook = pages.values().iterator().next().resolveSibling("../gradebook.csv");
        assertThat(Files.readAllLines(gradebook))
                .hasSize(1 + results.size())
                .noneMatch(line -> line.matches(".*(^|,)\"?[=+@\\t-].*"));
    }

    private Result result(String name) {
        Result result = results.get(name);
        if (result == null) {
            throw new AssertionError("no result for " + name + " among " + results.keySet());
        }
        return result;
    }
}

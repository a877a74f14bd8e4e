package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The same class always gets the same results, however often the grader is started and however it ended before. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class RepeatedRunsTest {

    private static final String SEED_KEY = "portzero.seed-key";

    private Path folder = Path.of("");
    private Map<String, String> undisturbed = Map.of();

    @BeforeAll
    void grade(@TempDir Path temporary) throws IOException {
        RequiredSandbox.check();
        System.setProperty(SEED_KEY, GraderProcess.SEED_KEY);
        folder = temporary;
        Submissions submissions = new Submissions(folder.resolve("class"));
        submissions.reference("a-reference");
        submissions.mistake("client-returns-its-own-message", "b-own-message");
        submissions.hostile("exits", "c-exits");
        submissions.hostile("deadlocks", "d-deadlocks");
        submissions.mistake("listens-on-every-address", "e-every-address");
        submissions.file("f-syntax/EchoServer.java", "package portzero.echo;\n\npublic class EchoServer {\n");
        submissions.file("g-no-archive.zip", "not an archive");
        assertThat(grade("first").code()).isZero();
        undisturbed = results("first");
        assertThat(undisturbed).hasSize(7);
    }

    @AfterAll
    static void forgetKey() {
        System.clearProperty(SEED_KEY);
    }

    @Test
    void a_second_run_gives_the_same_results() throws IOException {
        assertThat(grade("second").code()).isZero();
        assertThat(results("second")).isEqualTo(undisturbed);
    }

    @Test
    void a_run_that_was_killed_and_resumed_gives_the_same_results() throws Exception {
        Path out = folder.resolve("killed");
        Path roster = Files.writeString(folder.resolve("roster.csv"), "id,section\na-reference,B7\nz-absent,C9\n");
        Object[] command = {
            "grade", folder.resolve("class"), "--lab", "echo", "--out", out, "--jobs", "1", "--roster", roster
        };
        try (GraderProcess grader = GraderProcess.start(command)) {
            grader.await("a first result", () -> !resultFiles(out).isEmpty());
            grader.kill();
            grader.expectNoProcessLeft();
        }
        Map<Path, FileTime> finished = resultFiles(out);
        assertThat(finished).hasSizeBetween(1, 6);

        assertThat(grade("killed", "--resume").code()).isZero();

        assertThat(results("killed")).isEqualTo(undisturbed);
        assertThat(resultFiles(out)).containsAllEntriesOf(finished);
        assertThat(out.resolve("gradebook.csv"))
                .content()
                .contains("a-reference,a-reference,a-reference,B7,100,100\n", "z-absent,z-absent,z-absent,C9,,0\n");
    }

    private CommandOutcome grade(String out, String... more) {
        Object[] usual = {"grade", folder.resolve("class"), "--lab", "echo", "--out", folder.resolve(out)};
        return CommandOutcome.in(
                CourseHome.HOME, Stream.of(usual, more).flatMap(Stream::of).toArray());
    }

    private Map<String, String> results(String out) throws IOException {
        Map<String, String> results = new TreeMap<>();
        for (Path file : resultFiles(folder.resolve(out)).keySet()) {
            results.put(
                    file.getFileName().toString(),
                    ResultNormalizer.removed(file, List.of("seconds", "sockets", "threads")));
        }
        return results;
    }

    private static Map<Path, FileTime> resultFiles(Path out) {
        Map<Path, FileTime> times = new TreeMap<>();
        Path lab = out.resolve("lab02-echo");
        if (Files.isDirectory(lab)) {
            try (Stream<Path> files = Files.list(lab)) {
                for (Path file :
                        files.filter(name -> name.toString().endsWith(".json")).toList()) {
                    times.put(file, Files.getLastModifiedTime(file));
                }
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        }
        return times;
    }
}

package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import portzero.grader.score.Outcome;
import portzero.grader.score.Result;
import portzero.grader.score.ResultStore;
import portzero.grader.score.TestResult;

/** A submission's JVM that somebody kills: once costs nothing, and every time is the submission's own fault. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class KilledSubmissionTest {

    private static final String TRAPPED = "EchoServerTest.closing_a_server_that_was_never_started_does_nothing";

    /** Stands in for somebody outside; only without a sandbox can a program have itself killed. */
    private static final String KILLED = """
            package portzero.echo;

            import java.io.IOException;
            import java.nio.file.Files;
            import java.nio.file.Path;

            public class EchoServer extends TrappedServer {
                public EchoServer() throws IOException {}

                @Override
                void spring() throws Exception {
                    Path file = Path.of("%s");
                    if (%s) {
                        Files.writeString(file, "killed");
                        new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start();
                        Thread.sleep(Long.MAX_VALUE);
                    }
                }
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void once_costs_nothing_and_always_costs_the_test() throws Exception {
        Submissions submissions = new Submissions(folder.resolve("class"));
        submissions.hostile("exits", "once");
        submissions.hostile("exits", "always");
        Path file = folder.resolve("was-here");
        submissions.file("once/EchoServer.java", KILLED.formatted(file, "!Files.exists(file)"));
        submissions.file("always/EchoServer.java", KILLED.formatted(file, "true"));
        Path out = folder.resolve("results");
        Object[] words = {"grade", submissions.folder(), "--lab", "echo", "--out", out, "--sandbox", "none"};
        assertThat(Ran.in(CourseHome.HOME, words).code()).isZero();
        assertThat(file).exists();

        assertThat(trapped(out, "once", 100)).satisfies(test -> {
            assertThat(test.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(test.flaky()).isTrue();
            assertThat(test.message()).startsWith("Was killed at first and passed when it ran again alone");
        });
        assertThat(trapped(out, "always", 98)).satisfies(test -> {
            assertThat(test.outcome()).isEqualTo(Outcome.CRASHED);
            assertThat(test.flaky()).isFalse();
        });
    }

    private static TestResult trapped(Path out, String student, int score) throws Exception {
        Result result = ResultStore.open(out).read(new ResultStore.Key("lab02-echo", student));
        assertThat(result.score()).isEqualTo(score);
        return result.tests().stream()
                .filter(test -> test.id().equals(TRAPPED))
                .findFirst()
                .orElseThrow();
    }
}

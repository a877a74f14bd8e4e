package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import portzero.grader.score.Outcome;
import portzero.grader.score.Result;
import portzero.grader.score.ResultStore;
import portzero.grader.score.TestResult;

/** Tests that are run again alone: what happens once costs nothing, and what happens each time is the submission's fault. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill")
class SecondChanceTest {

    private static final String TRAPPED = "EchoServerTest.closing_a_server_that_was_never_started_does_nothing";

    /** Only without a sandbox can a program remember that it ran before, or have itself killed as if by somebody else. */
    private static final String SERVER = """
            package portzero.echo;

            import java.io.IOException;
            import java.nio.file.Files;
            import java.nio.file.Path;

            public class EchoServer extends TrappedServer {
                public EchoServer() throws IOException {}

                @Override
                void spring() throws Exception {
                    Path file = Path.of("%s");
                    boolean first = !Files.exists(file);
                    Files.writeString(file, "was here");
                    %s
                }

                private static void die() throws Exception {
                    new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start();
                    Thread.sleep(Long.MAX_VALUE);
                }
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void once_costs_nothing_and_always_costs_the_test() throws Exception {
        add("killed-once", "if (first) die();");
        add("killed-always", "die();");
        add("late-once", "if (first) Thread.sleep(600_000);");
        Object[] words = {"grade", folder.resolve("class"), "--lab", "echo", "--out", out(), "--sandbox", "none"};
        assertThat(Ran.in(CourseHome.HOME, words).code()).isZero();

        expectFlaky("killed-once", "Was killed at first and passed when it ran again alone");
        expectFlaky("late-once", "Missed a deadline at first and passed when it ran again alone");
        assertThat(trapped("killed-always", 98)).satisfies(test -> {
            assertThat(test.outcome()).isEqualTo(Outcome.CRASHED);
            assertThat(test.flaky()).isFalse();
        });
        assertThat(Jsoup.parse(Files.readString(out().resolve("index.html"))).text())
                .contains("Flaky outcomes 2");
    }

    private void add(String student, String act) throws IOException {
        Submissions submissions = new Submissions(folder.resolve("class"));
        submissions.hostile("exits", student);
        submissions.file(student + "/EchoServer.java", SERVER.formatted(folder.resolve("seen-" + student), act));
    }

    private Path out() {
        return folder.resolve("results");
    }

    private void expectFlaky(String student, String message) throws Exception {
        assertThat(trapped(student, 100)).satisfies(test -> {
            assertThat(test.outcome()).as(student).isEqualTo(Outcome.PASSED);
            assertThat(test.flaky()).as(student).isTrue();
            assertThat(test.message()).startsWith(message);
        });
    }

    private TestResult trapped(String student, int score) throws Exception {
        Result result = ResultStore.open(out()).read(new ResultStore.Key("lab02-echo", student));
        assertThat(result.score()).as(student).isEqualTo(score);
        return result.tests().stream()
                .filter(test -> test.id().equals(TRAPPED))
                .findFirst()
                .orElseThrow();
    }
}

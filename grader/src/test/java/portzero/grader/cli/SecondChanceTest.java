package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
            import java.net.InetSocketAddress;
            import java.nio.file.Files;
            import java.nio.file.Path;

            public class EchoServer extends TrappedServer {
                public EchoServer() throws IOException {}

                @Override
                public InetSocketAddress start(InetSocketAddress address) throws IOException {
                    Path file = Path.of("%s");
                    if (!Files.exists(file)) {
                        Files.writeString(file, "was here");
                        %s
                    }
                    return super.start(address);
                }

                @Override
                void spring() throws IOException {
                    %s
                }

                private static void die() throws IOException {
                    new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start();
                    sleep();
                }

                private static void sleep() {
                    try {
                        Thread.sleep(600_000);
                    } catch (InterruptedException impossible) {
                        throw new AssertionError(impossible);
                    }
                }
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void once_costs_nothing_and_always_costs_the_test() throws Exception {
        add("killed-once", "die();", "");
        add("late-once", "sleep();", "");
        add("killed-always", "", "die();");
        add("wrong-once", "throw new IOException(\"at random\");", "");
        Object[] words = {"grade", folder.resolve("class"), "--lab", "echo", "--out", out(), "--sandbox", "none"};
        assertThat(Ran.in(CourseHome.HOME, words).code()).isZero();

        expectFlaky("killed-once", "Was killed at first and passed when it ran again alone");
        expectFlaky("late-once", "Missed a deadline at first and passed when it ran again alone");
        assertThat(result("killed-always").score()).isEqualTo(98);
        assertThat(result("killed-always").tests())
                .filteredOn(test -> test.id().equals(TRAPPED))
                .extracting(TestResult::outcome, TestResult::flaky)
                .containsExactly(tuple(Outcome.CRASHED, false));
        expectOneFailure("wrong-once");
        assertThat(Jsoup.parse(Files.readString(out().resolve("index.html"))).text())
                .containsPattern("Flaky outcomes [2-9]");
    }

    private void add(String student, String first, String trap) throws IOException {
        Submissions submissions = new Submissions(folder.resolve("class"));
        submissions.hostile("exits", student);
        submissions.file(
                student + "/EchoServer.java", SERVER.formatted(folder.resolve("seen-" + student), first, trap));
    }

    private Path out() {
        return folder.resolve("results");
    }

    private void expectFlaky(String student, String message) throws Exception {
        assertThat(result(student).score()).as(student).isEqualTo(100);
        assertThat(result(student).tests())
                .filteredOn(TestResult::flaky)
                .extracting(test -> String.valueOf(test.message()))
                .as(student)
                .anyMatch(text -> text.startsWith(message));
    }

    /** Who answers wrongly is not asked again, be it by chance: a program that is right half the time would be right. */
    private void expectOneFailure(String student) throws Exception {
        assertThat(result(student).tests())
                .filteredOn(test -> test.points() < test.max() || test.flaky())
                .extracting(TestResult::outcome, TestResult::points, TestResult::flaky)
                .containsExactly(tuple(Outcome.FAILED, 0, false));
    }

    private Result result(String student) throws Exception {
        return ResultStore.open(out()).read(new ResultStore.Key("lab02-echo", student));
    }
}

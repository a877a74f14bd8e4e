package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.store.ResultStore;

/** Tests that are run again alone: what happens once costs nothing, and what happens each time is the submission's fault. */
@Tag("slow")
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
            import java.nio.file.StandardOpenOption;

            public class EchoServer extends TrappedServer {
                public EchoServer() throws IOException {}

                @Override
                void spring() throws IOException {
                    Path file = Path.of("%s");
                    Files.write(file, new byte[1], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    int turn = (int) Files.size(file);
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
        add("killed-once", "if (turn == 1) die();");
        add("late-once", "if (turn == 1) sleep();");
        add("late-then-killed", "if (turn == 1) sleep(); if (turn == 2) die();");
        add("late-then-killed-always", "if (turn == 1) sleep(); die();");
        add("killed-always", "die();");
        add("wrong-once", "if (turn == 1) throw new IOException(\"at random\");");
        Object[] words = {
            "grade",
            folder.resolve("class"),
            "--lab",
            "echo",
            "--out",
            out(),
            "--sandbox",
            "none",
            "--without",
            "lateness"
        };
        assertThat(CommandOutcome.in(CourseHome.HOME, words).code()).isZero();

        expectFlaky("killed-once", "Was killed at first and passed when it ran again alone");
        expectFlaky("late-once", "Missed a deadline at first and passed when it ran again alone");
        expectFlaky("late-then-killed", "Missed a deadline at first and passed when it ran again alone");
        expectOneFailure("late-then-killed-always", Outcome.CRASHED);
        expectOneFailure("killed-always", Outcome.CRASHED);
        // Who answers wrongly is not asked again, be it by chance: a program that is right half the time would be
        // right.
        expectOneFailure("wrong-once", Outcome.FAILED);
        assertThat(Jsoup.parse(Files.readString(out().resolve("index.html"))).text())
                .contains("Flaky outcomes 3");
    }

    private void add(String student, String trap) throws IOException {
        Submissions submissions = new Submissions(folder.resolve("class"));
        submissions.hostile("exits", student);
        submissions.file(student + "/EchoServer.java", SERVER.formatted(folder.resolve("turns-of-" + student), trap));
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

    private void expectOneFailure(String student, Outcome outcome) throws Exception {
        assertThat(result(student).tests())
                .filteredOn(test -> test.points() < test.max() || test.flaky())
                .extracting(TestResult::id, TestResult::outcome, TestResult::points, TestResult::flaky)
                .as(student)
                .containsExactly(tuple(TRAPPED, outcome, 0, false));
    }

    private Result result(String student) throws Exception {
        return ResultStore.open(out()).read(new ResultStore.Key("lab02-echo", student));
    }
}

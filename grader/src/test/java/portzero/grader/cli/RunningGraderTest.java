package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user may do to a grader that is at work. */
@Tag("slow")
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class RunningGraderTest {

    private static final int MANY = 40;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_folder_of_results_is_for_one_grader_at_a_time() throws Exception {
        RequiredSandbox.check();
        try (GraderProcess grader = start()) {
            grader.await("a first result", () -> !results().isEmpty());
            expectRefused(CommandOutcome.in(CourseHome.HOME, resumed()));
            expectRefused(CommandOutcome.in(CourseHome.HOME, "report", out()));
            assertThat(grader.isAlive()).isTrue();
            grader.kill();
        }
        CommandOutcome report = CommandOutcome.in(CourseHome.HOME, "report", out());
        assertThat(report.code()).as(report.err()).isZero();
    }

    private void expectRefused(CommandOutcome ran) {
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err().strip())
                .matches("\\Q" + out() + "\\E is in use by another grader \\(process \\d+\\)\\. "
                        + "Wait until it is done, or choose another folder\\.");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void a_grader_that_is_told_to_stop_says_how_to_go_on(String signal, int code) throws Exception {
        RequiredSandbox.check();
        try (GraderProcess grader = start()) {
            grader.await("a first result", () -> !results().isEmpty());
            grader.signal(signal);
            assertThat(grader.await()).as(grader.output()).isEqualTo(code);
            assertThat(grader.output())
                    .contains(
                            "Stopped. Finished results are in " + out() + "; go on with the same command and --resume.")
                    .doesNotContain("Exception", "\tat ");
            grader.expectNothingLeft();
        }
        assertThat(files()).noneMatch(file -> file.getFileName().toString().startsWith(".writing"));
        assertThat(results()).hasSizeBetween(1, MANY - 1);
        assertThat(Files.readString(out().resolve("run.json"))).contains("\"seconds\": null");
        assertThat(out().resolve("index.html")).doesNotExist();
    }

    private GraderProcess start() throws IOException {
        Submissions submissions = new Submissions(folder.resolve("class"));
        for (int number = 0; number < MANY; number++) {
            submissions.reference("student-" + number);
        }
        return GraderProcess.start("grade", submissions.folder(), "--lab", "echo", "--out", out(), "--jobs", "1");
    }

    private Object[] resumed() {
        return new Object[] {"grade", folder.resolve("class"), "--lab", "echo", "--out", out(), "--resume"};
    }

    private Path out() {
        return folder.resolve("results");
    }

    private List<Path> results() {
        return files().stream()
                .filter(file -> file.startsWith(out().resolve("lab02-echo")))
                .filter(file -> file.toString().endsWith(".json"))
                .toList();
    }

    private List<Path> files() {
        if (Files.notExists(out())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(out())) {
            return files.toList();
        } catch (IOException | UncheckedIOException changing) {
            return List.of();
        }
    }
}

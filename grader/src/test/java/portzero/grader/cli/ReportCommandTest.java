package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import portzero.grader.result.Grade;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.result.Verdict;
import portzero.grader.store.ResultStore;

class ReportCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_folder_of_results_is_reported_on() throws Exception {
        results();
        assertThat(report(folder.toString())).isZero();
        assertThat(out.toString()).contains("1 result. Open ", "index.html");
        assertThat(err.toString()).isEmpty();
        assertThat(folder.resolve("lab02-echo/ada.html")).exists();
    }

    @Test
    void a_damaged_file_is_named_and_the_work_falls_short() throws Exception {
        ResultStore store = results();
        Files.writeString(store.file("lab02-echo", "bob"), "half a res");
        assertThat(report(folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("bob.json is damaged");
        assertThat(out.toString()).contains("1 result.");
    }

    @Test
    void a_folder_that_is_missing_or_something_else_is_bad_usage() {
        assertThat(report(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no such folder").hasLineCount(1);
        assertThat(report(folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("not a folder of results");
        assertThat(report()).isEqualTo(2);
    }

    @Test
    void a_folder_that_cannot_be_written_is_the_environments_fault() throws Exception {
        results();
        Files.writeString(folder.resolve("assets"), "a file in the way");
        assertThat(report(folder.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("the report cannot be written").hasLineCount(1);
    }

    @Test
    void the_address_of_the_notes_is_kept_until_it_is_forgotten() throws Exception {
        ResultStore store = results();
        assertThat(report(folder.toString(), "--notes-url", "https://course.example/notes"))
                .isZero();
        assertThat(report(folder.toString())).isZero();
        assertThat(store.settings().notes()).isEqualTo("https://course.example/notes");
        assertThat(report(folder.toString(), "--notes-url", "none")).isZero();
        assertThat(store.settings().notes()).isNull();
        for (String bad : new String[] {"notes", "javascript:alert(1)", "https:", "ftp://x/"}) {
            assertThat(report(folder.toString(), "--notes-url", bad)).isEqualTo(2);
        }
        assertThat(err.toString()).contains("--notes-url must be an address with https or http");
    }

    @Test
    void damaged_settings_are_named_and_the_rest_is_done() throws Exception {
        results();
        Files.writeString(folder.resolve("report.json"), "{");
        assertThat(report(folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("report.json is damaged", "--notes-url");
        assertThat(folder.resolve("lab02-echo/ada.html")).exists();
    }

    private int report(String... args) {
        return new CommandLine(new ReportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private ResultStore results() throws Exception {
        ResultStore store = ResultStore.create(folder);
        String sha = "sha256:" + "0".repeat(64);
        var suite = new RunInfo.Suite("lab02-echo", "Echo", sha, 100, List.of());
        store.write(new RunInfo(
                1,
                List.of(suite),
                new RunInfo.Environment("none", null, Map.of(), 1),
                Instant.EPOCH,
                1.0,
                Map.of(Verdict.REJECTED, 1)));
        store.write(new Result(
                new SubmissionInfo("lab02-echo", "ada", "ada", sha, sha, "0"),
                Grade.none(Verdict.REJECTED, "No file.", 100),
                0.1,
                List.of(),
                List.of()));
        return store;
    }
}

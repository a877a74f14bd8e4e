package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import portzero.grader.export.ExportFormat;
import portzero.grader.export.ExportedClass;
import portzero.grader.result.Verdict;
import portzero.grader.store.ResultStore;
import portzero.grader.store.ResultsLock;

class ExportCommandTest {
    private static final String CANVAS = "Student,ID,Section,Lab 2: Echo (7)\nAda,1,A,\nGrace,2,A,\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path results = Path.of("");
    private ResultStore store;

    @BeforeEach
    void one_result() throws Exception {
        results = folder.resolve("results");
        store = ResultStore.create(results);
        store.write(ExportedClass.run(ExportedClass.LAB));
        store.write(ExportedClass.graded("ada", 85));
        Files.writeString(folder.resolve("canvas.csv"), CANVAS);
    }

    @Test
    void every_format_writes_into_the_folder_of_results_unless_told_otherwise() {
        assertThat(export(results, "csv")).isZero();
        assertThat(out.toString()).contains("1 result in " + results.resolve("exports/gradebook.csv"));
        assertThat(results.resolve("exports/gradebook.csv")).exists();
        for (String format : new String[] {"junit", "gradescope", "prairielearn", "classroom50", "markdown"}) {
            Path own = folder.resolve("own").resolve(format);
            assertThat(export(results, format, "--out", own)).as(format).isZero();
            assertThat(own.resolve("lab02-echo")).isDirectory();
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_gradebook_is_filled_beside_the_instructors_own() throws Exception {
        assertThat(export(results, "canvas", folder.resolve("canvas.csv"))).isZero();
        assertThat(results.resolve("exports/canvas.csv")).hasContent(CANVAS.replace("Ada,1,A,", "Ada,1,A,85"));
        assertThat(folder.resolve("canvas.csv")).hasContent(CANVAS);
        assertThat(out.toString()).contains("filled for 1 of 2 students", "without a result (1): Grace");
        assertThat(export(results, "canvas", folder.resolve("canvas.csv"), "--out", folder.resolve("canvas.csv")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("your own file");
        assertThat(folder.resolve("canvas.csv")).hasContent(CANVAS);
    }

    @Test
    void an_unknown_format_lists_those_there_are() {
        assertThat(export(results, "blackboard")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no format “blackboard”").hasLineCount(1);
        assertThat(Stream.of(ExportFormat.values()).map(ExportFormat::word)).allMatch(err.toString()::contains);
    }

    @Test
    void the_help_explains_every_format() {
        assertThat(export("--help")).isZero();
        assertThat(Stream.of(ExportFormat.values())
                        .map(format -> (format.word() + " " + format.takes()).strip() + "  "))
                .allMatch(out.toString()::contains);
    }

    @Test
    void what_a_format_wants_beside_is_asked_for() {
        assertThat(export(results, "moodle")).isEqualTo(2);
        assertThat(err.toString())
                .contains("moodle wants the file that the platform exported")
                .hasLineCount(1);
        assertThat(export(results, "feedback")).isEqualTo(2);
        assertThat(err.toString()).contains("feedback wants the folder of submissions");
        assertThat(export(results, "feedback", folder.resolve("canvas.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains("is no folder; unpack it");
        assertThat(export(results, "csv", folder.resolve("x.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains("csv takes no file");
        assertThat(export(results, "csv", "--scale")).isEqualTo(2);
        assertThat(err.toString()).contains("are for canvas and moodle");
        assertThat(export(results, "canvas", folder.resolve("none.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains("none.csv does not exist; check the name.");
    }

    @Test
    void a_folder_that_is_absent_or_in_use_is_told() throws Exception {
        assertThat(export(folder.resolve("none"), "csv")).isEqualTo(2);
        assertThat(err.toString()).contains("none: no such folder").hasLineCount(1);
        try (ResultsLock lock = ResultsLock.open(results)) {
            assertThat(lock.folder()).isEqualTo(results);
            assertThat(export(results, "csv")).isEqualTo(2);
        }
        assertThat(err.toString()).contains("is in use by another grader").hasLineCount(2);
        assertThat(results.resolve("exports")).doesNotExist();
    }

    @Test
    void a_damaged_result_is_named_and_nobody_gets_a_zero_for_it() throws Exception {
        Files.writeString(store.file(ExportedClass.LAB, "Grace"), "half a res");
        assertThat(export(results, "canvas", folder.resolve("canvas.csv"))).isEqualTo(1);
        assertThat(err.toString()).contains("Grace.json is damaged");
        assertThat(results.resolve("exports/canvas.csv")).hasContent(CANVAS.replace("Ada,1,A,", "Ada,1,A,85"));
        Files.delete(results.resolve("exports/canvas.csv"));
        assertThat(export(results, "canvas", folder.resolve("canvas.csv"), "--missing-as-zero"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--missing-as-zero is refused while results are damaged");
        assertThat(results.resolve("exports/canvas.csv")).doesNotExist();
    }

    @Test
    void of_several_labs_one_is_chosen() throws Exception {
        store.write(ExportedClass.run(ExportedClass.LAB, "lab03-framing"));
        assertThat(export(results, "canvas", folder.resolve("canvas.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains("choose it with --lab");
        assertThat(export(results, "canvas", folder.resolve("canvas.csv"), "--lab", "echo"))
                .isZero();
        assertThat(export(results, "canvas", folder.resolve("canvas.csv"), "--lab", "2"))
                .isZero();
        assertThat(export(results, "csv", "--lab", "lab09")).isEqualTo(2);
        assertThat(err.toString()).contains("no lab lab09. There are lab02-echo, lab03-framing.");
    }

    @Test
    void a_grader_error_is_never_a_zero_without_a_word() throws Exception {
        store.write(ExportedClass.refused(Verdict.GRADER_ERROR, "grace"));
        for (String format : new String[] {"csv", "junit", "gradescope", "prairielearn", "classroom50", "markdown"}) {
            out.getBuffer().setLength(0);
            assertThat(export(results, format)).isZero();
            assertThat(out.toString()).as(format).contains("1 result is a grader error, which is no score");
        }
        assertThat(export(results, "canvas", folder.resolve("canvas.csv"))).isZero();
        assertThat(out.toString()).contains("Grader errors, which are no score (1): Grace");
    }

    private int export(Object... args) {
        return new CommandLine(new ExportCommand(Map.of("CLASSROOM", "cs-101")))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler(new UsageErrorHandler())
                .execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
    }
}

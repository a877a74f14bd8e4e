package portzero.grader.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.export.gradebook.FillOptions;
import portzero.grader.result.Grade;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.StudentKey;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.store.ResultStore;
import portzero.grader.wording.ReadingLink;
import portzero.grader.wording.ReadingReferences;

/** One class, with everything in it that can harm, in every form: each is read by what its importer does, and all say the same. */
class ExportFormatsTest {
    private static final ReadingReferences READINGS = new ReadingReferences(
            reading -> Optional.of(new ReadingLink("A read <returns> [what](x) is there", "tcp.html#partial-reads")),
            Optional.of(URI.create("https://notes.example/course")));

    @TempDir
    Path folder;

    private final Map<String, Integer> scores = new TreeMap<>();
    private ResultStore store;

    @BeforeEach
    void a_class_with_every_verdict() throws Exception {
        scores.putAll(ExportedClass.write(folder));
        store = ResultStore.open(folder);
    }

    @Test
    void gradescope_reads_the_same_scores() throws Exception {
        Exported exported = export(ExportFormat.GRADESCOPE);
        Map<String, Integer> read = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files(exported, "/results.json").entrySet()) {
            read.put(file.getKey(), (int) GradescopeImporter.score(file.getValue()));
        }
        assertThat(read).isEqualTo(scores);
        assertThat(exported.notes()).singleElement().asString().contains("1 result is a grader error", "no file");
    }

    @Test
    void prairielearn_reads_the_same_scores_and_counts_no_grader_error() throws Exception {
        Exported exported = export(ExportFormat.PRAIRIELEARN);
        Map<String, Integer> read = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files(exported, "/results.json").entrySet()) {
            PrairieLearnImporter.score(file.getValue())
                    .ifPresent(score -> read.put(file.getKey(), (int) Math.round(100 * score)));
        }
        assertThat(read).isEqualTo(scores);
        assertThat(files(exported, "/results.json")).hasSize(scores.size() + 1);
        assertThat(exported.notes()).singleElement().asString().contains("their files say so");
    }

    @Test
    void prairielearn_gets_no_more_than_it_takes() {
        TestResult huge = ExportedClass.test("is_huge", Outcome.FAILED, 0, 1, "y\ud83d\ude00".repeat(5_000));
        List<TestResult> tests = Collections.nCopies(100, huge);
        Result result = withTests(tests);
        byte[] json = new PrairieLearnResults(READINGS).content(result).orElseThrow();
        assertThat(PrairieLearnImporter.score(json)).hasValue(0.85);
    }

    @Test
    void classroom50_reads_the_same_scores() throws Exception {
        Exported exported = export(ExportFormat.CLASSROOM50);
        Map<String, Integer> read = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files(exported, "/result.json").entrySet()) {
            read.put(file.getKey(), Classroom50Importer.score(file.getValue(), "cs-101", ExportedClass.LAB));
        }
        assertThat(read).isEqualTo(scores);
    }

    @Test
    void classroom50_gets_tasks_where_there_are_more_tests_than_it_takes() throws Exception {
        List<TestResult> tests = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            tests.add(ExportedClass.test("test_" + i, Outcome.PASSED, 1, 1, ""));
        }
        var form = new Classroom50Result(
                Map.of("CLASSROOM", "x"), ExportedClass.run().started(), READINGS);
        byte[] json = form.content(withTests(tests)).orElseThrow();
        assertThat(Classroom50Importer.score(json, "x", ExportedClass.LAB)).isEqualTo(85);
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"Task 3\"", "\"score\" : 101");
    }

    @Test
    void classroom50_takes_what_its_runner_says_and_asks_for_the_classroom() throws Exception {
        Map<String, String> runner = Map.of(
                "CLASSROOM",
                "cs-101",
                "ASSIGNMENT",
                "echo",
                "SUBMISSION_TAG",
                "submit/7",
                "USERNAME",
                "ada",
                "COMMIT_URL",
                "https://github.com/c",
                "RELEASE_URL",
                "https://github.com/r",
                "ASSIGNMENT_TYPE",
                "group");
        byte[] json = new Classroom50Result(runner, ExportedClass.run().started(), READINGS)
                .content(ExportedClass.graded("Ada", 85))
                .orElseThrow();
        assertThat(Classroom50Importer.score(json, "cs-101", "echo")).isEqualTo(85);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .contains(
                        "\"submission\" : \"submit/7\"", "\"owner\" : \"ada\"", "\"review\" : \"https://github.com/c\"")
                .contains("\"assignment_type\" : \"group\"", "\"datetime\" : \"2026-03-02T09:30:00Z\"");
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() ->
                        new Classroom50Result(Map.of(), ExportedClass.run().started(), READINGS))
                .withMessageContaining("set the variable CLASSROOM");
    }

    @Test
    void readers_of_junit_xml_see_the_same_scores() throws Exception {
        Exported exported = export(ExportFormat.JUNIT);
        Map<String, Integer> read = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files(exported, ".xml").entrySet()) {
            JUnitImporter.score(file.getValue())
                    .ifPresent(score -> read.put(file.getKey().replaceFirst("^TEST-", ""), score));
        }
        assertThat(read).isEqualTo(scores);
        String error = new String(
                files(exported, ".xml").entrySet().stream()
                        .filter(file -> file.getKey().startsWith("TEST-GRADER_ERROR"))
                        .findFirst()
                        .orElseThrow()
                        .getValue(),
                StandardCharsets.UTF_8);
        assertThat(error).contains("<error ", "type=\"GRADER_ERROR\"").doesNotContain("<failure");
    }

    @Test
    void readers_of_markdown_see_the_same_scores_and_no_markup_of_a_students() throws Exception {
        Exported exported = export(ExportFormat.MARKDOWN);
        Map<String, Integer> read = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files(exported, ".md").entrySet()) {
            MarkdownReader.score(file.getValue()).ifPresent(score -> read.put(file.getKey(), score));
        }
        assertThat(read).isEqualTo(scores);
        assertThat(Files.readString(folder.resolve("exports/markdown/lab02-echo/Ada_Lovelace.md")))
                .contains("(<https://notes.example/course/tcp.html#partial-reads>)");
    }

    @Test
    void the_table_has_the_same_scores_and_no_formula() throws Exception {
        Exported exported = export(ExportFormat.CSV);
        Map<String, Integer> read = new TreeMap<>();
        for (CsvRecord row : rows(Files.readAllBytes(exported.written()))) {
            assertThat(row.getFields()).noneMatch(cell -> cell.matches("[=+\\-@\\t\\r\\n].*"));
            String score = row.getField(row.getFieldCount() - 1);
            if (!score.isEmpty()) {
                read.put(row.getField(0), Integer.valueOf(score));
            }
        }
        assertThat(read).isEqualTo(scores);
        assertThat(exported.notes()).singleElement().asString().contains("their cells are empty");
    }

    @Test
    void canvas_reads_the_same_scores() throws Exception {
        Path file = folder.resolve("canvas.csv");
        Files.write(
                file,
                csv(
                        List.of(
                                "Student",
                                "ID",
                                "SIS Login ID",
                                "Section",
                                "Lab 2: Echo (77)",
                                "Other (78)",
                                "Current Score"),
                        List.of("    Points Possible", "", "", "", "100.00", "5.00", "(read only)"),
                        row -> List.of(row.getField(1), row.getField(2), "", "A", "", "4.00", "80")));
        Exported exported = export(ExportFormat.CANVAS, file, FillOptions.DEFAULT);
        Map<String, String> read = CanvasImporter.grades(Files.readAllBytes(exported.written()), "77");
        Map<String, Integer> byKey = new TreeMap<>();
        ids().forEach((key, id) -> {
            if (read.containsKey(id)) {
                byKey.put(key, Integer.valueOf(read.getOrDefault(id, "")));
            }
        });
        assertThat(byKey).isEqualTo(scores);
        assertThat(exported.notes()).anyMatch(note -> note.startsWith("Grader errors, which are no score (1)"));
    }

    @Test
    void moodle_reads_the_same_scores() throws Exception {
        Path file = folder.resolve("worksheet.csv");
        Files.write(
                file,
                csv(
                        List.of(
                                "Identifier",
                                "Full name",
                                "Email address",
                                "Status",
                                "Grade",
                                "Maximum grade",
                                "Grade can be changed",
                                "Last modified (submission)",
                                "Last modified (grade)",
                                "Feedback comments"),
                        List.of(),
                        row -> List.of(
                                "Participant 9" + row.getField(2),
                                row.getField(1),
                                row.getField(3),
                                "Submitted",
                                "",
                                "100.00",
                                "Yes",
                                "-",
                                "-",
                                "")));
        Exported exported = export(ExportFormat.MOODLE, file, FillOptions.DEFAULT);
        Map<String, Double> read = MoodleImporter.grades(Files.readAllBytes(exported.written()));
        Map<String, Integer> byKey = new TreeMap<>();
        ids().forEach((key, id) -> {
            if (read.containsKey("9" + id)) {
                byKey.put(key, read.getOrDefault("9" + id, -1.0).intValue());
            }
        });
        assertThat(byKey).isEqualTo(scores);
    }

    @Test
    void moodle_and_canvas_know_whose_feedback_is_whose() throws Exception {
        Map<String, String> names = new HashMap<>();
        List<String> keys = List.copyOf(scores.keySet());
        for (int i = 0; i < keys.size(); i++) {
            names.put(
                    keys.get(i),
                    ExportedClass.NAMES.get(i % 4).replace('/', '_') + "_" + (50 + i) + "_assignsubmission_file_");
            Files.writeString(store.file(ExportedClass.LAB, keys.get(i), ".html"), "page of " + (50 + i));
        }
        Exported exported = export(ExportFormat.FEEDBACK, names);
        List<String> whose = new ArrayList<>();
        unzip(exported.written()).forEach((name, page) -> {
            assertThat(name).doesNotContain("..", "\\", "<", "=cmd|").matches("[^/]+/[^/]+\\.html");
            assertThat(page).isEqualTo("page of " + MoodleImporter.participant(name));
            whose.add(MoodleImporter.participant(name));
        });
        assertThat(whose).hasSize(keys.size()).doesNotHaveDuplicates();
        assertThat(exported.notes()).singleElement().asString().contains("grader error", "nothing is sent back");

        String canvas = FeedbackZip.name("lovelaceada_LATE_4711_815_My_Server_2.java", "lab02-echo");
        assertThat(canvas).isEqualTo("lovelaceada_LATE_4711_815_lab02-echo.html");
        // Canvas takes the first two parts that are numbers for the user's and the attachment's.
        assertThat(List.of(canvas.split("_", -1)).stream().filter(part -> part.matches("\\d+")))
                .containsExactly("4711", "815");
        assertThat(FeedbackZip.name("../..\\evil", "lab02-echo")).isEqualTo("evil/lab02-echo.html");
        assertThat(FeedbackZip.name("ada.zip", "lab02-echo")).isEqualTo("ada/lab02-echo.html");
    }

    @Test
    void an_export_takes_away_what_the_last_one_wrote_and_nothing_else() throws Exception {
        export(ExportFormat.GRADESCOPE);
        Path mine = folder.resolve("exports/gradescope/mine.txt");
        Files.writeString(mine, "mine");
        Path ada = folder.resolve("exports/gradescope/lab02-echo/Ada_Lovelace/results.json");
        assertThat(ada).exists();
        Result failed = ExportedClass.refused(Verdict.GRADER_ERROR, "Ada Lovelace");
        store.write(failed);
        assertThat(failed.student()).isEqualTo(StudentKey.of("Ada Lovelace"));
        export(ExportFormat.GRADESCOPE);
        assertThat(ada).doesNotExist();
        assertThat(mine).exists();
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> ExportFolder.open(folder))
                .withMessageContaining("choose a new folder");
    }

    @Test
    void the_same_results_give_the_same_bytes() throws Exception {
        for (ExportFormat format : ExportFormat.values()) {
            if (format.takes().isEmpty()) {
                assertThat(texts(export(format))).as(format.word()).isEqualTo(texts(export(format)));
            }
        }
    }

    private static Result withTests(List<TestResult> tests) {
        Result ada = ExportedClass.graded("Ada", 85);
        return new Result(
                new SubmissionInfo(ada.lab(), ada.student(), ada.name(), ada.submission(), ada.suite(), "0"),
                new Grade(ada.verdict(), null, 85, 100),
                0.1,
                tests,
                List.of());
    }

    private Exported export(ExportFormat format) throws Exception {
        return export(format, Optional.empty(), FillOptions.DEFAULT, Map.of());
    }

    private Exported export(ExportFormat format, Map<String, String> names) throws Exception {
        return export(format, Optional.empty(), FillOptions.DEFAULT, names);
    }

    private Exported export(ExportFormat format, Path file, FillOptions options) throws Exception {
        return export(format, Optional.of(file), options, Map.of());
    }

    private Exported export(ExportFormat format, Optional<Path> file, FillOptions options, Map<String, String> names)
            throws Exception {
        var run = store.run();
        var source =
                new ExportSource(folder, Optional.of(run), store.roster(), READINGS, Map.of("CLASSROOM", "cs-101"));
        ResultExporter exporter = format.exporter(
                new ExportRequest(source, Optional.of(run.suites().get(0)), file, Optional.empty(), options, names));
        for (ResultStore.Key key : store.list()) {
            exporter.add(store.read(key));
        }
        return exporter.finish();
    }

    /** What was written for each student: by the file's name, or that of its folder. */
    private static Map<String, byte[]> files(Exported exported, String ending) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (var all = Files.walk(exported.written())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.toString().replace('\\', '/');
                if (name.endsWith(ending)) {
                    String plain = name.substring(0, name.length() - ending.length());
                    files.put(plain.substring(plain.lastIndexOf('/') + 1), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static Map<String, String> texts(Exported exported) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        files(exported, "").forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.ISO_8859_1)));
        return texts;
    }

    private static Map<String, String> unzip(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static List<CsvRecord> rows(byte[] csv) throws IOException {
        try (var reader = CsvReader.builder().ofCsvRecord(new String(csv, StandardCharsets.UTF_8))) {
            return reader.stream().skip(1).toList();
        }
    }

    /** The roster's ids by keys. */
    private Map<String, String> ids() throws IOException {
        Map<String, String> ids = new TreeMap<>();
        rows(Files.readAllBytes(folder.resolve("roster.csv")))
                .forEach(row -> ids.put(row.getField(0), row.getField(2)));
        return ids;
    }

    /** A platform's file about those on the roster. */
    private byte[] csv(List<String> headings, List<String> second, Function<CsvRecord, List<String>> row)
            throws IOException {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings);
            if (!second.isEmpty()) {
                csv.writeRecord(second);
            }
            rows(Files.readAllBytes(folder.resolve("roster.csv"))).forEach(cells -> csv.writeRecord(row.apply(cells)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package portzero.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.store.ResultStore;

/** The same class gets the same results in every locale and from every JDK, whatever alphabet its names are in. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameResultsTest {

    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final String FIRST = "Zo\u00eb M\u00fcller";
    private static final String SECOND = "\u674e\u660e"; // Li Ming
    private static final String THIRD = "\u0141ukasz"; // Lukasz, in a zip of DOS

    private Path folder = Path.of("");
    private Map<String, String> usual = Map.of();

    @BeforeAll
    void grade(@TempDir Path temporary) throws Exception {
        RequiredSandbox.check();
        folder = temporary;
        Submissions submissions = new Submissions(folder.resolve("class"));
        submissions.mistake("listens-on-every-address", FIRST);
        Path server = submissions.entry(FIRST).resolve("EchoServer.java");
        Files.writeString(
                server,
                Files.readString(server)
                        .replaceFirst(
                                "public EchoServer\\(\\)[^{]*\\{", "$0 System.out.println(\"Gr\u00fc\u00dfe\");"));
        zip(submissions.entry(SECOND + ".zip"), "GBK", "\u4f5c\u4e1a/");
        zip(submissions.entry(THIRD + ".zip"), "IBM437", "f\u00fcr dich/");
        usual = results(JDK, "C.UTF-8");
    }

    /** As Windows packs folders in China and DOS did: names without a word of what encoding they are in. */
    private static void zip(Path archive, String encoding, String into) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive), Charset.forName(encoding))) {
            for (String name : List.of("EchoServer.java", "EchoClient.java")) {
                zip.putNextEntry(new ZipEntry(into + name));
                zip.write(Files.readAllBytes(CourseHome.reference().resolve(name)));
            }
        }
    }

    @Test
    void everybody_is_graded_under_their_own_name() {
        assertThat(usual).hasSize(3);
        assertThat(usual.values())
                .anyMatch(result -> isOf(FIRST, result) && result.contains("Gr\u00fc\u00dfe"))
                .anyMatch(result -> isOf(SECOND, result) && result.contains("\"score\" : 100"))
                .anyMatch(result -> isOf(THIRD, result) && result.contains("\"score\" : 100"));
    }

    private static boolean isOf(String name, String result) {
        return result.contains("\"name\" : \"" + name + "\"");
    }

    @TestFactory
    Stream<DynamicTest> results_are_the_same_in_the_locale() {
        return Stream.of("C", "POSIX", "")
                .map(name -> DynamicTest.dynamicTest(
                        name.isEmpty() ? "none" : name,
                        () -> assertThat(differences(results(JDK, name.isEmpty() ? null : name)))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> results_are_the_same_by_the_jdk() throws IOException {
        return others().stream()
                .map(jdk -> DynamicTest.dynamicTest(
                        jdk.getFileName().toString(),
                        () -> assertThat(differences(results(jdk, "C"))).isEmpty()));
    }

    /** The lines in which results differ from the usual ones, each with its student. */
    private List<String> differences(Map<String, String> results) {
        assertThat(results.keySet()).isEqualTo(usual.keySet());
        return usual.entrySet().stream()
                .flatMap(entry -> differences(
                        entry.getKey(),
                        entry.getValue().lines().toList(),
                        results.getOrDefault(entry.getKey(), "").lines().toList()))
                .toList();
    }

    private static Stream<String> differences(String student, List<String> expected, List<String> found) {
        return IntStream.range(0, Math.max(expected.size(), found.size()))
                .filter(i -> i >= expected.size()
                        || i >= found.size()
                        || !expected.get(i).equals(found.get(i)))
                .mapToObj(i -> student + ": " + (i < expected.size() ? expected.get(i) : "") + " | "
                        + (i < found.size() ? found.get(i) : ""))
                .limit(5);
    }

    /** Other JDKs from 17 on beside this one. */
    private static List<Path> others() throws IOException {
        try (Stream<Path> beside = Files.list(JDK.toRealPath().resolveSibling(""))) {
            return beside.filter(Files::isDirectory)
                    .filter(jdk -> !Files.isSymbolicLink(jdk) && release(jdk) >= 17 && release(jdk) != release(JDK))
                    .sorted()
                    .toList();
        }
    }

    private static int release(Path jdk) {
        try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
            return lines.filter(line -> line.matches("JAVA_VERSION=\"[1-9][0-9]+[.0-9]*\""))
                    .map(line -> line.replaceAll("[^0-9.]", "").split("\\.", -1)[0])
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private Map<String, String> results(Path jdk, @Nullable String locale) throws Exception {
        Path out = Files.createTempDirectory(folder, "results");
        try (GraderProcess grader =
                GraderProcess.startIn(jdk, locale, "grade", folder.resolve("class"), "--lab", "echo", "--out", out)) {
            assertThat(grader.await(3)).as(grader.output()).isZero();
        }
        Map<String, String> results = new TreeMap<>();
        ResultStore store = ResultStore.open(out);
        for (ResultStore.Key key : store.list()) {
            Path file = store.file(key.lab(), key.student(), ".json");
            results.put(key.student(), ResultNormalizer.removed(file, List.of("seconds", "sockets", "threads")));
        }
        assertThat(Arrays.asList(
                        Files.readString(out.resolve("gradebook.csv"), UTF_8).split("\n", -1)))
                .hasSize(5)
                .anyMatch(line -> line.contains(FIRST));
        return results;
    }
}

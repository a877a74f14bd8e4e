package portzero.grader.handout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.Root;
import portzero.grader.course.Course;
import portzero.grader.mistake.MistakeTableFile;

/** The handout of this very checkout: what must be in it, and what must not. */
@Tag("slow")
@Tag("same-on-every-jdk")
class HandoutTest {
    private static Course course = new Course(Path.of(""), List.of());
    private static Handout handout = new Handout(new TreeMap<>());

    /** Every file by its path; what is in archives, also in those within archives, has the archive's path before its own. */
    private static final Map<String, byte[]> FILES = new TreeMap<>();

    @BeforeAll
    static void make() throws Exception {
        course = Course.in(Root.path());
        handout = new HandoutBuilder(course, course.labs(), true).build();
        for (var file : handout.files().entrySet()) {
            add(file.getKey(), file.getValue().content());
        }
    }

    private static void add(String path, byte[] content) throws IOException {
        FILES.put(path, content);
        if (path.endsWith(".jar") || path.endsWith(".zip")) {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    add(path + "!" + entry.getName(), zip.readAllBytes());
                }
            }
        }
    }

    @Test
    void has_all_that_a_student_needs() {
        assertThat(FILES.keySet())
                .contains(
                        "README.md",
                        "lab",
                        "lab.cmd",
                        "pom.xml",
                        "LICENSE",
                        ".gitignore",
                        ".gitattributes",
                        ".vscode/launch.json",
                        ".devcontainer/devcontainer.json",
                        ".github/workflows/tests.yml",
                        "notes/index.html",
                        "notes/lab02-echo.html",
                        "labs/lab02-echo/README.md",
                        "labs/lab02-echo/hints.md",
                        "labs/lab02-echo/lab.properties",
                        "labs/lab02-echo/pom.xml",
                        "labs/lab02-echo/src/main/java/portzero/echo/Server.java",
                        "labs/lab02-echo/src/main/java/portzero/echo/EchoServer.java",
                        "labs/lab02-echo/src/test/java/portzero/echo/EchoFirstStepsTest.java",
                        "labs/testkit/src/main/java/portzero/testkit/LabTest.java",
                        ".portzero/portzero.jar!portzero/grader/cli/LabCommand.class",
                        ".portzero/portzero.jar!portzero/testkit/LabTest.class",
                        ".portzero/skeletons.zip!labs/lab02-echo/src/main/java/portzero/echo/EchoServer.java");
        assertThat(FILES.keySet()).noneMatch(path -> path.contains("/hidden/") || path.startsWith("solutions/"));
    }

    @Test
    void names_no_hidden_test_and_no_mistake() throws IOException {
        var names = hiddenNames();
        names.addAll(mistakes().keySet());
        assertThat(names).contains("EchoServerTest", "never-closes").hasSizeGreaterThan(500);
        assertThat(leaks(names, true)).isEmpty();
        assertThat(leaks(Set.of("EchoFirstStepsTest"), true))
                .as("that names are found")
                .isNotEmpty();
    }

    private static Set<String> leaks(Collection<String> texts, boolean wholeWords) {
        var search = new MultiTextSearch(texts, wholeWords);
        var leaks = new TreeSet<String>();
        FILES.forEach((path, content) -> search.in(content).forEach(text -> leaks.add(text + " in " + path)));
        return leaks;
    }

    @Test
    void does_not_say_what_mistakes_do() throws IOException {
        var descriptions = mistakes().values();
        assertThat(descriptions).hasSizeGreaterThan(200).allMatch(text -> text.length() > 10);
        assertThat(leaks(descriptions, false)).isEmpty();
        assertThat(leaks(Set.of("Send back what one read gave you"), false))
                .as("that sentences are found")
                .isNotEmpty();
    }

    @Test
    void names_no_mistake_that_public_tests_cannot_tell() {
        var all = new TreeSet<String>();
        var told = new TreeSet<String>();
        for (var lab : course.labs()) {
            MistakeTableFile.read(lab).mistakes().forEach(mistake -> all.add(mistake.sentence()));
            told.addAll(sentences(text(handout, MistakeTableFile.inHandout(lab))));
        }
        assertThat(all).containsAll(told).hasSizeGreaterThan(2 * told.size());
        assertThat(told).contains("Your server seems to wait for a line end; this protocol has none.");
        assertThat(leaks(told, false)).as("that sentences are found").hasSizeGreaterThanOrEqualTo(told.size());
        all.removeAll(told);
        assertThat(leaks(all, false)).isEmpty();
    }

    private static Set<String> sentences(String table) {
        return Pattern.compile("\"sentence\" ?: ?\"([^\"]+)\"")
                .matcher(table)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Four lines in a row. A program in the notes and a solution may share an idiom of so many lines, but no passage. */
    @Test
    void quotes_no_solution_and_no_hidden_test() throws IOException {
        var short4 = secretPassages(4);
        secretFree(javaFiles(Root.path().resolve("docs/snippets/src/main")), 4).forEach(short4.keySet()::remove);
        assertThat(short4).hasSizeGreaterThan(5_000);
        assertThat(quotations(short4, 4)).isEmpty();
        assertThat(quotations(secretPassages(8), 8)).isEmpty();
    }

    /** Where solutions and hidden tests have them, without those that skeletons, contracts and public tests have as well. */
    private static Map<String, String> secretPassages(int lines) throws IOException {
        var secret = new TreeMap<String, String>();
        var given = new ArrayList<Path>();
        for (var file : javaFiles(Root.path().resolve("solutions"), Root.path().resolve("labs"))) {
            var path = Root.path().relativize(file).toString().replace('\\', '/');
            if (path.contains("/src/hidden/") || path.startsWith("solutions/lab")) {
                passages(Files.readString(file), lines).forEach(passage -> secret.put(passage, path));
            } else {
                given.add(file);
            }
        }
        secret.keySet().removeAll(secretFree(given, lines));
        return secret;
    }

    private static Set<String> secretFree(List<Path> files, int lines) throws IOException {
        var passages = new TreeSet<String>();
        for (var file : files) {
            passages.addAll(passages(Files.readString(file), lines));
        }
        return passages;
    }

    private static Set<String> quotations(Map<String, String> secret, int lines) {
        var leaks = new TreeSet<String>();
        FILES.forEach((path, content) -> {
            if (!path.endsWith(".class") && !path.endsWith(".jar") && !path.endsWith(".zip")) {
                passages(text(path, content), lines).stream()
                        .filter(secret::containsKey)
                        .forEach(passage -> leaks.add(path + " quotes " + secret.get(passage) + ":\n" + passage));
            }
        });
        return leaks;
    }

    @Test
    void has_no_class_file_of_a_lab() {
        assertThat(FILES.keySet().stream()
                        .filter(path -> path.endsWith(".class") && path.contains("!portzero/"))
                        .map(path -> path.replaceAll(".*!(portzero/[^/]*)/.*", "$1"))
                        .distinct())
                .containsExactlyInAnyOrder("portzero/grader", "portzero/testkit");
        assertThat(FILES.keySet().stream().filter(path -> path.endsWith(".class")))
                .allMatch(path -> path.startsWith(".portzero/portzero.jar!"));
    }

    private static String text(Handout from, String path) {
        return Optional.ofNullable(from.files().get(path))
                .map(file -> new String(file.content(), UTF_8))
                .orElseThrow();
    }

    private static String text(String path, byte[] content) {
        var text = new String(content, UTF_8);
        return path.endsWith(".html") ? Parser.unescapeEntities(text.replaceAll("<[^>]*>", ""), false) : text;
    }

    private static List<String> passages(String text, int size) {
        var lines = text.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> line.length() > 12 && !line.matches("(import |package |\\*|//|/\\*\\*).*"))
                .toList();
        return Stream.iterate(0, i -> i + size <= lines.size(), i -> i + 1)
                .map(i -> String.join("\n", lines.subList(i, i + size)))
                .toList();
    }

    @Test
    void has_the_same_bytes_wherever_and_whenever_it_is_made(@TempDir Path folder) throws Exception {
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        byte[] again;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Locale.setDefault(new Locale("tr", "TR"));
            again = new HandoutBuilder(course, course.labs(), true).build().zip();
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        assertThat(Arrays.equals(again, handout.zip())).isTrue();
        handout.write(folder.resolve("handout"));
        var home = Root.path().toString();
        assertThat(FILES.entrySet().stream()
                        .filter(file -> new String(file.getValue(), UTF_8).contains(home))
                        .map(Map.Entry::getKey))
                .as("files with the path of this checkout")
                .isEmpty();
        assertThat(HandoutReader.read(folder.resolve("handout")).files().keySet())
                .isEqualTo(handout.files().keySet());
    }

    @Test
    void leaves_labs_out_but_for_their_sheets_which_the_notes_link_to() throws Exception {
        var part = new HandoutBuilder(course, LabSelection.of(course, "1-2,udp"), false, () -> new byte[0]).build();
        assertThat(part.files().keySet().stream().filter(path -> path.endsWith("/lab.properties")))
                .containsExactly(
                        "labs/lab01-endpoints/lab.properties",
                        "labs/lab02-echo/lab.properties",
                        "labs/lab08-udp/lab.properties");
        assertThat(part.files().keySet().stream().filter(path -> path.startsWith("labs/lab03-framing")))
                .containsExactly("labs/lab03-framing/README.md");
        assertThat(part.files().keySet()).noneMatch(path -> path.startsWith(".github"));
        assertThat(text(part, "pom.xml"))
                .contains("<module>labs/lab08-udp</module>")
                .doesNotContain("lab03");
    }

    @Test
    void leaves_no_place_in_its_texts_unfilled() {
        for (var path : List.of("README.md", "pom.xml", "labs/pom.xml", "labs/testkit/pom.xml", ".vscode/tasks.json")) {
            assertThat(text(handout, path)).as(path).doesNotContainPattern("@[a-z.-]+@");
        }
        assertThat(text(handout, "lab.cmd")).doesNotContainPattern("[^\r]\n");
        assertThat(text(handout, "lab")).doesNotContain("\r");
    }

    /** Classes, and methods that are tests; helpers of theirs may be called like something else. */
    private static Set<String> hiddenNames() throws IOException {
        var names = new TreeSet<String>();
        var test = Pattern.compile("@Test\\b.*?\\bvoid (\\w+)\\(", Pattern.DOTALL);
        for (var lab : course.labs()) {
            for (var file : javaFiles(lab.hiddenTests())) {
                names.add(file.getFileName().toString().replace(".java", ""));
                test.matcher(Files.readString(file)).results().forEach(match -> names.add(match.group(1)));
            }
        }
        return names;
    }

    /** Descriptions by name. */
    private static Map<String, String> mistakes() throws IOException {
        var mistakes = new TreeMap<String, String>();
        for (var lab : course.labs()) {
            try (var folders = Files.list(lab.solutions().resolve("mistakes"))) {
                for (var folder : folders.toList()) {
                    var manifest = new Properties();
                    try (var reader = Files.newBufferedReader(folder.resolve("manifest.properties"))) {
                        manifest.load(reader);
                    }
                    mistakes.put(folder.getFileName().toString(), manifest.getProperty("description", ""));
                }
            }
        }
        return mistakes;
    }

    private static List<Path> javaFiles(Path... folders) throws IOException {
        var files = new ArrayList<Path>();
        for (var folder : folders) {
            try (var all = Files.walk(folder)) {
                all.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.toString().contains("target"))
                        .forEach(files::add);
            }
        }
        return files;
    }
}

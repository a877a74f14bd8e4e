package portzero.grader.handout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import portzero.grader.course.Course;
import portzero.grader.io.ReproducibleZip;
import portzero.testkit.LabTest;

/**
 * This program as one jar: of the jar that it runs from, or of the folders and jars that it runs from while it is being developed.
 * Libraries that only tests of this program use are left out.
 */
final class ProgramJar {
    private static final String MAIN_CLASS = "portzero.grader.cli.LabCommand";
    private static final String SERVICES = "META-INF/services/";

    /** What is in the jar: this program and its libraries by their packages, their providers, and their licences. */
    private static final Pattern CONTENT =
            Pattern.compile("(portzero|picocli|com/fasterxml/jackson|de/siegmar/fastcsv|gg/jte|me/tongfei/progressbar"
                    + "|net/bytebuddy|org/antlr/v4/runtime|org/apache/commons|org/apiguardian|org/assertj|org/commonmark|org/fife|org/jline|org/jsoup"
                    + "|org/jspecify|org/junit|org/opentest4j|org/tomlj|tools/jackson)/.*"
                    + "|META-INF/services/(org[./]j|tools\\.jackson|portzero).*"
                    + "|META-INF/[^/]*(LICENSE|NOTICE|COPYRIGHT)[^/]*|META-INF/licenses/.*");

    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Map<String, Set<String>> providers = new TreeMap<>();

    private ProgramJar() {}

    /** The jar of the program that runs. */
    static byte[] running() throws IOException {
        var jar = new ProgramJar();
        for (var entry : classPath()) {
            jar.add(entry);
        }
        return jar.bytes();
    }

    /** Jars, and of the folders only those of this program itself: the others hold its tests. */
    private static List<Path> classPath() {
        var own = List.of(home(Course.class), home(LabTest.class));
        var entries = new ArrayList<Path>();
        for (var name : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            var entry = Path.of(name).toAbsolutePath().normalize();
            if (Files.isRegularFile(entry) || own.contains(entry)) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath()
                    .normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            addFolder(entry);
        } else {
            addJar(entry);
        }
    }

    private void addFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (var file : files) {
            add(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
    }

    private void addJar(Path file) throws IOException {
        try (var jar = new ZipFile(file.toFile())) {
            for (var entry : jar.stream().filter(each -> !each.isDirectory()).toList()) {
                if (CONTENT.matcher(entry.getName()).matches()) {
                    add(entry.getName(), jar.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private void add(String name, byte[] content) {
        if (!CONTENT.matcher(name).matches()) {
            return;
        }
        if (name.startsWith(SERVICES) && !name.startsWith(SERVICES + "org/")) {
            new String(content, UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(providers.computeIfAbsent(name, unused -> new LinkedHashSet<>())::add);
        } else {
            entries.putIfAbsent(name, content); // as a JVM takes it from the first that has it
        }
    }

    private byte[] bytes() throws IOException {
        var all = new LinkedHashMap<>(entries);
        providers.forEach((name, lines) -> all.put(name, (String.join("\n", lines) + "\n").getBytes(UTF_8)));
        all.put(
                "META-INF/MANIFEST.MF",
                ("Manifest-Version: 1.0\r\nMain-Class: " + MAIN_CLASS + "\r\n\r\n").getBytes(UTF_8));
        return ReproducibleZip.of(all);
    }
}

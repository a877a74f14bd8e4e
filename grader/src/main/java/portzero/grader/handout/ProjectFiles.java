package portzero.grader.handout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;

/** What a handout has that a checkout has not: launchers, an ordinary Maven project, settings of editors, a page for students. */
final class ProjectFiles {
    private static final Pattern VERSION = Pattern.compile("@([a-z0-9.-]+\\.version)@");

    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("lab.cmd", "lab.cmd"),
            Map.entry("README.md", "README.md"),
            Map.entry("pom.xml", "pom.xml"),
            Map.entry("labs/pom.xml", "labs-pom.xml"),
            Map.entry("labs/testkit/pom.xml", "testkit-pom.xml"),
            Map.entry(".gitignore", "gitignore"),
            Map.entry(".gitattributes", "gitattributes"),
            Map.entry(".editorconfig", "editorconfig"),
            Map.entry(".vscode/extensions.json", "vscode-extensions.json"),
            Map.entry(".vscode/settings.json", "vscode-settings.json"),
            Map.entry(".vscode/launch.json", "vscode-launch.json"),
            Map.entry(".vscode/tasks.json", "vscode-tasks.json"),
            Map.entry(".devcontainer/devcontainer.json", "devcontainer.json"));

    private static final Map<String, String> OF_A_TEMPLATE = Map.of(".github/workflows/tests.yml", "workflow.yml");

    private final Course course;
    private final List<Lab> labs;
    private final boolean isTemplate;

    ProjectFiles(Course course, List<Lab> labs, boolean isTemplate) {
        this.course = course;
        this.labs = labs;
        this.isTemplate = isTemplate;
    }

    Map<String, HandoutFile> files() throws IOException, CourseException {
        var files = new TreeMap<String, HandoutFile>();
        var names = new TreeMap<>(ALWAYS);
        if (isTemplate) {
            names.putAll(OF_A_TEMPLATE);
        }
        for (var name : names.entrySet()) {
            var text = filled(resource(name.getValue()));
            files.put(
                    name.getKey(),
                    HandoutFile.text(name.getKey().endsWith(".cmd") ? text.replace("\n", "\r\n") : text));
        }
        files.put(HandoutBuilder.LAUNCHER, HandoutFile.of(resource("lab").getBytes(UTF_8), HandoutFile.Kind.PROGRAM));
        return files;
    }

    private String filled(String text) throws IOException, CourseException {
        var pom = Files.readString(course.home().resolve("pom.xml"));
        var result = new StringBuilder();
        var versions = VERSION.matcher(text);
        while (versions.find()) {
            versions.appendReplacement(result, version(pom, versions.group(1)));
        }
        versions.appendTail(result);
        var first = labs.get(0);
        return result.toString()
                .replace("@modules@\n", lines("    <module>labs/%s</module>"))
                .replace("@lab-table@\n", lines("| [%1$s](labs/%1$s/README.md) | %2$s |"))
                .replace(
                        "@lab-options@",
                        labs.stream().map(lab -> '"' + lab.name() + '"').collect(Collectors.joining(", ")))
                .replace("@first-lab@", first.name())
                .replace("@first-id@", first.id())
                .replace("@first-folder@", first.packageName().replace('.', '/'))
                .replace("@first-test@", firstTest(first));
    }

    private String lines(String format) {
        return labs.stream()
                .map(lab -> String.format(format, lab.id(), lab.title()) + "\n")
                .collect(Collectors.joining());
    }

    /** The version of a library or plugin that the course itself is built with. */
    private static String version(String pom, String name) throws CourseException {
        var element = name.equals("portzero.version") ? "version" : name;
        var match = Pattern.compile("<" + Pattern.quote(element) + ">([^<]+)<").matcher(pom);
        if (!match.find()) {
            throw new CourseException("The course's pom.xml lacks <" + element + ">, which a handout takes from it.");
        }
        return match.group(1);
    }

    private static String firstTest(Lab lab) throws IOException {
        try (var tests = Files.walk(lab.publicTests())) {
            return tests.map(path -> Objects.toString(path.getFileName()))
                    .filter(name -> name.endsWith("Test.java"))
                    .sorted()
                    .findFirst()
                    .map(name -> name.replace(".java", ""))
                    .orElse("");
        }
    }

    private static String resource(String name) {
        try (var stream =
                Objects.requireNonNull(ProjectFiles.class.getResourceAsStream("/portzero/handout/" + name), name)) {
            return new String(stream.readAllBytes(), UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package portzero.grader.notes.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import portzero.grader.notes.markdown.Language;
import portzero.grader.notes.problem.ProblemList;

/**
 * The programs that the notes quote: those in Java by the name of their class, others by that of their file
 * ({@code echo.c}). A part of one lies between a line {@code // snippet: name} and the next line {@code // end}; Python
 * has {@code #} in place of {@code //}.
 */
public final class Snippets {
    private static final Set<Language> LANGUAGES = Set.of(Language.JAVA, Language.C, Language.PYTHON);

    private final Map<String, Path> byName;

    private Snippets(Map<String, Path> byName) {
        this.byName = byName;
    }

    public static Snippets of(CourseLayout home, ProblemList problems) throws IOException {
        var byName = new TreeMap<String, Path>();
        for (var file : home.programs()) {
            var name = file.getFileName().toString().replace(".java", "");
            if (LANGUAGES.contains(Language.of(name(file))) && !name.equals("package-info")) {
                var other = byName.put(name, file);
                if (other != null) {
                    problems.add(file, 1, "There are two programs called %s. Rename one.".formatted(name));
                }
            }
        }
        return new Snippets(byName);
    }

    public Optional<Path> file(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What begins the line that marks a part of {@code file}. */
    public static String mark(Path file) {
        return comment(file) + " snippet: ";
    }

    /** The program without its package, its imports if it is in Java, and the marks of its parts. */
    public static String whole(Path file) throws IOException {
        var body = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("package ") && !isJavaImport(line))
                .filter(line -> !isMark(line, file))
                .toList();
        return tidy(body);
    }

    /** One part of the program, moved to the left margin; none if the program has no such part. */
    public static Optional<String> part(Path file, String name) throws IOException {
        var lines = Files.readAllLines(file);
        var start = lines.stream().map(String::strip).toList().indexOf(mark(file) + name);
        if (start < 0) {
            return Optional.empty();
        }
        var part = new ArrayList<String>();
        for (var line : lines.subList(start + 1, lines.size())) {
            if (line.strip().equals(end(file))) {
                break;
            }
            part.add(line);
        }
        part.removeIf(line -> isMark(line, file));
        return Optional.of(tidy(part));
    }

    public static String end(Path file) {
        return comment(file) + " end";
    }

    private static String comment(Path file) {
        return Language.of(name(file)) == Language.PYTHON ? "#" : "//";
    }

    private static boolean isJavaImport(String line) {
        return line.startsWith("import ") && line.endsWith(";");
    }

    private static boolean isMark(String line, Path file) {
        return line.strip().startsWith(mark(file)) || line.strip().equals(end(file));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String tidy(List<String> lines) {
        var text = String.join("\n", lines).stripIndent().strip();
        return text.replaceAll("\n{3,}", "\n\n");
    }
}

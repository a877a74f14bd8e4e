package portzero.grader.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The programs that the notes quote, by the name of their class. A part of one lies between a line
 * {@code // snippet: name} and the next line {@code // end}.
 */
final class Snippets {
    private static final String END = "// end";

    private final Map<String, Path> byClass;

    private Snippets(Map<String, Path> byClass) {
        this.byClass = byClass;
    }

    static Snippets of(Home home, Problems problems) throws IOException {
        var byClass = new TreeMap<String, Path>();
        if (Files.isDirectory(home.snippets())) {
            try (Stream<Path> files = Files.walk(home.snippets())) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(file -> {
                    var name = file.getFileName().toString().replace(".java", "");
                    var other = byClass.put(name, file);
                    if (other != null && !name.equals("package-info")) {
                        problems.add(file, 1, "There are two programs called %s. Rename one.".formatted(name));
                    }
                });
            }
        }
        byClass.remove("package-info");
        return new Snippets(byClass);
    }

    Optional<Path> file(String name) {
        return Optional.ofNullable(byClass.get(name));
    }

    /** The program without its package, its imports and the marks of its parts. */
    static String whole(Path file) throws IOException {
        var body = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("package ") && !line.startsWith("import "))
                .filter(line -> !isMark(line))
                .toList();
        return tidy(body);
    }

    /** One part of the program, moved to the left margin; none if the program has no such part. */
    static Optional<String> part(Path file, String name) throws IOException {
        var lines = Files.readAllLines(file);
        var start = lines.stream().map(String::strip).toList().indexOf("// snippet: " + name);
        if (start < 0) {
            return Optional.empty();
        }
        var part = new ArrayList<String>();
        for (var line : lines.subList(start + 1, lines.size())) {
            if (line.strip().equals(END)) {
                break;
            }
            part.add(line);
        }
        part.removeIf(Snippets::isMark);
        return Optional.of(tidy(part));
    }

    private static boolean isMark(String line) {
        return line.strip().startsWith("// snippet: ") || line.strip().equals(END);
    }

    private static String tidy(List<String> lines) {
        var text = String.join("\n", lines).stripIndent().strip();
        return text.replaceAll("\n{3,}", "\n\n");
    }
}

package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The file of results: a part for each section, of which each can be replaced alone. */
final class Results {
    private static final String HEAD = """
            # Results

            Written by `grader/bench/run`; [README.md](README.md) says what each section measures and how to read it. Each
            section was measured at the time, and on the machine and commit, that stand above it. Figures are medians; in
            brackets the least and the most.
            """;
    private static final Pattern PART = Pattern.compile("(?ms)^<!-- section (\\w+) -->\n(.*?)(?=^<!-- section |\\z)");

    private final Path file;

    Results(Path file) {
        this.file = file;
    }

    /** Puts a section's part into the file, in place of the one that is there. The file is whole at any time. */
    void put(Section section, String when, String body) throws IOException {
        var parts = read();
        parts.put(
                section.name(),
                "\n## `%s`: %s\n\n%s\n\n%s\n\n".formatted(section.name(), section.title(), when, body.strip()));
        var text = new StringBuilder(HEAD);
        for (var one : Sections.all()) {
            if (parts.containsKey(one.name())) {
                text.append("\n<!-- section ")
                        .append(one.name())
                        .append(" -->\n")
                        .append(parts.get(one.name()).stripTrailing())
                        .append('\n');
            }
        }
        var whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, text.toString());
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Map<String, String> read() throws IOException {
        var parts = new LinkedHashMap<String, String>();
        if (Files.exists(file)) {
            var part = PART.matcher(Files.readString(file));
            while (part.find()) {
                parts.put(part.group(1), part.group(2));
            }
        }
        return parts;
    }
}

package portzero.grader.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a platform wrote beside the submissions.
 *
 * <p>Gradescope's {@code submission_metadata.yml} is read line by line: only keys at their own indentation count, so that
 * nothing that a student wrote and that is quoted deeper in the file is taken for one.
 *
 * @param people whose it is, by the name of the entry
 * @param times when it was handed in, by the name of the entry
 */
record PlatformRecord(Map<String, List<Person>> people, Map<String, String> times) {
    static final String GRADESCOPE = "submission_metadata.yml";

    private static final Pattern ENTRY = Pattern.compile("\"?(submission_\\d+)\"?:\\s*");
    private static final Pattern SECTION = Pattern.compile(" {2}:(\\w+):(.*)");
    private static final Pattern FIELD = Pattern.compile(" {2}(?:- | {2}):(name|sid|email):(.*)");
    private static final Pattern NAME = Pattern.compile("Name: (.+) \\(([^()]+)\\)\\s*");
    private static final int MAX_LINE = 100_000;

    /** The empty record. */
    static final PlatformRecord NONE = new PlatformRecord(Map.of(), Map.of());

    /**
     * Gradescope's record in a folder of submissions; the empty one if there is none.
     *
     * @throws IOException if it cannot be read
     */
    static PlatformRecord gradescope(Path folder) throws IOException {
        var file = folder.resolve(GRADESCOPE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return NONE;
        }
        var reader = new GradescopeReader();
        try (var stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() <= MAX_LINE) {
                    reader.line(line);
                }
            }
        }
        reader.endEntry();
        return new PlatformRecord(reader.people, reader.times);
    }

    /** The name in the text that Blackboard puts beside a submission, whose first line is {@code Name: Ada Example (ada)}. */
    static @Nullable String blackboardName(Path descriptor, String user) throws IOException {
        try (var stream = Files.newInputStream(descriptor, LinkOption.NOFOLLOW_LINKS)) {
            var start = new String(stream.readNBytes(4_000), StandardCharsets.UTF_8);
            var name = NAME.matcher(start.lines().findFirst().orElse(""));
            return name.matches() && name.group(2).equals(user) ? name.group(1).strip() : null;
        }
    }

    /** Where in the file the reader is. */
    private static final class GradescopeReader {
        private final Map<String, List<Person>> people = new HashMap<>();
        private final Map<String, String> times = new HashMap<>();
        private final List<Person> submitters = new ArrayList<>();
        private final Map<String, String> fields = new HashMap<>();
        private String entry = "";
        private String section = "";

        void line(String line) {
            var key = SECTION.matcher(line);
            if (!line.startsWith(" ")) {
                endEntry();
                var matcher = ENTRY.matcher(line);
                entry = matcher.matches() ? matcher.group(1) : "";
                section = "";
            } else if (key.matches()) {
                endPerson();
                section = key.group(1);
                if (section.equals("created_at")) {
                    times.putIfAbsent(entry, time(scalar(key.group(2))));
                }
            } else if (section.equals("submitters")) {
                field(line);
            }
        }

        private void field(String line) {
            if (line.startsWith("  - ")) {
                endPerson();
            }
            var matcher = FIELD.matcher(line);
            if (matcher.matches()) {
                fields.put(matcher.group(1), scalar(matcher.group(2)));
            }
        }

        private void endPerson() {
            var id = fields.getOrDefault("sid", "");
            var email = fields.getOrDefault("email", "");
            var name = fields.getOrDefault("name", "");
            fields.clear();
            if (id.isEmpty() && email.isEmpty() && name.isEmpty()) {
                return;
            }
            Set<String> aliases = new LinkedHashSet<>(List.of(id, email));
            aliases.remove("");
            var told = !id.isEmpty() ? id : email.isEmpty() ? null : email;
            submitters.add(Person.of(name.isEmpty() ? String.valueOf(told) : name, told, aliases));
        }

        void endEntry() {
            endPerson();
            if (!entry.isEmpty() && !submitters.isEmpty()) {
                people.putIfAbsent(entry, List.copyOf(submitters));
            }
            submitters.clear();
        }

        private static String time(String text) {
            return text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d).*", "$1T$2");
        }

        /** A plain or quoted value on one line; one that goes on below has no use here. */
        private static String scalar(String text) {
            var value = text.strip();
            if (value.length() >= 2 && value.startsWith("'") && value.endsWith("'")) {
                return value.substring(1, value.length() - 1).replace("''", "'");
            }
            if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
                return unescaped(value.substring(1, value.length() - 1));
            }
            return value.matches("[|>&*!].*") || value.equals("~") || value.equals("null") ? "" : value;
        }

        private static String unescaped(String text) {
            return Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))")
                    .matcher(text)
                    .replaceAll(escape ->
                            Matcher.quoteReplacement(letter(escape.group(1), escape.group(2), escape.group(3))));
        }

        private static String letter(@Nullable String two, @Nullable String four, @Nullable String other) {
            var digits = two == null ? four : two;
            return digits == null ? String.valueOf(other) : String.valueOf((char) Integer.parseInt(digits, 16));
        }
    }
}

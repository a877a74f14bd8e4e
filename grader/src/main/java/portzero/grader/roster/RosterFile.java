package portzero.grader.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.grader.result.StudentKey;
import portzero.grader.submission.Submission;
import portzero.grader.text.DisplayName;

/**
 * A list of the class, as learning platforms and spreadsheets export it: comma-separated values (RFC 4180) with a line of
 * headings. Semicolons and tabs will do, too.
 *
 * <p>One of its columns says which submission is whose. It is not asked which: it is the one that names the most
 * submissions, by the platform's id, by the student's name, or by the name of the folder or archive.
 */
public final class RosterFile {

    private final Path file;
    private final List<String> headings;
    private final List<CsvRecord> lines;

    private RosterFile(Path file, List<String> headings, List<CsvRecord> lines) {
        this.file = file;
        this.headings = headings;
        this.lines = lines;
    }

    /**
     * Who is on the list and who handed in.
     *
     * @param roster the list by students' keys
     * @param absent who is on the list and has no submission, by name where the list has it
     * @param unlisted who has a submission and is not on the list
     */
    public record Match(Roster roster, List<String> absent, List<String> unlisted) {
        public Match {
            absent = List.copyOf(absent);
            unlisted = List.copyOf(unlisted);
        }

        /** Both, in sentences; none if all is as it should be. */
        public List<String> sentences() {
            List<String> sentences = new ArrayList<>();
            if (!absent.isEmpty()) {
                sentences.add(
                        "On the roster and without a submission (" + absent.size() + "): " + DisplayName.names(absent));
            }
            if (!unlisted.isEmpty()) {
                sentences.add("Not on the roster (" + unlisted.size() + "): " + DisplayName.names(unlisted));
            }
            return sentences;
        }
    }

    /**
     * Reads the file.
     *
     * @throws RosterException if it is no such list
     * @throws IOException if it cannot be read
     */
    public static RosterFile read(Path file) throws RosterException, IOException {
        String text = text(file);
        List<CsvRecord> all;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text.lines().findFirst().orElse("")))
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE) // told below, with the remedy
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            all = reader.stream().toList();
        } catch (CsvParseException damaged) {
            throw new RosterException(file + " is not a table in CSV: " + damaged.getMessage());
        }
        if (all.size() < 2) {
            throw new RosterException(
                    file + " has no students; it must have a line of headings and then a line for each of them.");
        }
        List<String> headings = all.get(0).getFields();
        for (CsvRecord line : all) {
            if (line.getFieldCount() != headings.size()) {
                throw new RosterException(file + ", line " + line.getStartingLineNumber() + ": has "
                        + line.getFieldCount() + " cells where the headings are " + headings.size()
                        + "; put cells with a separator in them into quotes.");
            }
        }
        return new RosterFile(file, headings, all.subList(1, all.size()));
    }

    private static String separator(String headings) {
        return Stream.of(",", ";", "\t").filter(headings::contains).findFirst().orElse(",");
    }

    private static String text(Path file) throws RosterException, IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text; // spreadsheets begin with a byte-order mark
        } catch (CharacterCodingException otherCharset) {
            throw new RosterException(file + " is not in UTF-8; save it as “CSV UTF-8”.");
        }
    }

    /**
     * Finds out which submission is whose.
     *
     * @throws RosterException if no column names any of them, or two lines name the same student
     */
    public Match match(List<Submission> submissions) throws RosterException {
        Map<String, List<Submission>> byName = new HashMap<>();
        for (Submission submission : submissions) {
            names(submission)
                    .forEach(name -> byName.computeIfAbsent(name, none -> new ArrayList<>())
                            .add(submission));
        }
        int column = column(submissions, byName);
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Map<String, String> absent = new LinkedHashMap<>();
        Set<Submission> unlisted = new HashSet<>(submissions);
        Map<String, CsvRecord> seen = new HashMap<>();
        for (CsvRecord line : lines) {
            String id = line.getField(column).strip();
            if (id.isEmpty()) {
                continue; // such as the line of the most points in a gradebook
            }
            refuseTwo(id, line, seen.put(folded(id), line));
            List<Submission> own = byName.getOrDefault(folded(id), List.of());
            own.forEach(one -> rows.put(one.key(), line.getFields()));
            own.forEach(unlisted::remove);
            if (own.isEmpty()) {
                String key = unused(StudentKey.of(id), rows.keySet(), byName);
                rows.put(key, line.getFields());
                absent.put(key, id);
            }
        }
        Roster roster = new Roster(headings, rows);
        return new Match(
                roster,
                absent.entrySet().stream()
                        .map(one -> roster.name(one.getKey()).orElse(one.getValue()))
                        .toList(),
                unlisted.stream().map(Submission::displayName).sorted().toList());
    }

    /** What a cell may call it by, folded. */
    private static Set<String> names(Submission submission) {
        Set<String> names = new HashSet<>();
        names.add(folded(submission.displayName()));
        names.add(folded(submission.key())); // often the same
        if (submission.platformId() != null) {
            names.add(folded(submission.platformId()));
            names.add(folded("participant " + submission.platformId())); // as Moodle puts it
        }
        return names;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private int column(List<Submission> submissions, Map<String, List<Submission>> byName) throws RosterException {
        long[] named = IntStream.range(0, headings.size())
                .mapToLong(column -> lines.stream()
                        .flatMap(line -> byName.getOrDefault(folded(line.getField(column)), List.of()).stream())
                        .distinct()
                        .count())
                .toArray();
        int best = IntStream.range(0, named.length)
                .boxed()
                .max(Comparator.<Integer>comparingLong(column -> named[column])
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        if (named[best] == 0) {
            throw new RosterException(file + ": no column names any of the submissions, such as "
                    + DisplayName.name(submissions.get(0).displayName())
                    + "; one must hold the platform's ids, the students' names, or the names of the folders.");
        }
        return best;
    }

    private void refuseTwo(String id, CsvRecord line, @Nullable CsvRecord earlier) throws RosterException {
        if (earlier != null) {
            throw new RosterException(file + ", line " + line.getStartingLineNumber() + ": " + DisplayName.name(id)
                    + " is in line " + earlier.getStartingLineNumber() + ", too; leave one of them.");
        }
    }

    /** A key that is nobody else's. */
    private static String unused(String key, Set<String> listed, Map<String, List<Submission>> byName) {
        return listed.contains(key) || byName.containsKey(folded(key))
                ? StudentKey.withSuffix(key, StudentKey.digest(key + " " + listed.size()))
                : key;
    }
}

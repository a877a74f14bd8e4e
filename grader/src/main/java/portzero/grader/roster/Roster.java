package portzero.grader.roster;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a list of the class says about each student, for the gradebook; {@code roster.csv} in a folder of results.
 *
 * @param columns the headings of the list
 * @param rows by the student's key, in the order of the list; each has a cell for each heading
 */
public record Roster(List<String> columns, Map<String, List<String>> rows) {

    /** The roster where none was given: nobody is on it. */
    public static final Roster NONE = new Roster(List.of(), Map.of());

    /** The heading of the keys, which the list itself has not. */
    private static final String KEY = "student";

    /** Headings under which lists give the student's whole name. */
    private static final Set<String> NAMES = Set.of("name", "full name", "student", "student name");

    public Roster {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** Reads what {@link #csv} wrote; fails with a {@code RuntimeException} on anything else. */
    public static Roster of(String csv) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            List<List<String>> lines = reader.stream().map(CsvRecord::getFields).toList();
            Map<String, List<String>> rows = new LinkedHashMap<>();
            lines.stream().skip(1).forEach(line -> rows.put(line.get(0), line.subList(1, line.size())));
            return new Roster(lines.get(0).subList(1, lines.get(0).size()), rows);
        } catch (IOException impossible) {
            throw new IllegalStateException("A string can always be read.", impossible);
        }
    }

    /** The list with the keys before it. */
    public String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(after(KEY, columns));
            rows.forEach((key, cells) -> csv.writeRecord(after(key, cells)));
        } catch (IOException impossible) {
            throw new IllegalStateException("A string can always be written to.", impossible);
        }
        return text.toString();
    }

    private static List<String> after(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    /** The student's whole name, if the list has it. */
    public Optional<String> name(String key) {
        return Optional.of(new RosterColumns(columns, columns.size())
                        .name(new RosterTable.Row(0, rows.getOrDefault(key, blank()))))
                .filter(name -> !name.isBlank());
    }

    /** All that the list says about a student, by its headings; nothing of a student who is not on it. */
    public Map<String, String> row(String key) {
        List<String> cells = rows.getOrDefault(key, List.of());
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < Math.min(cells.size(), columns.size()); column++) {
            row.putIfAbsent(columns.get(column), cells.get(column));
        }
        return row;
    }

    /** The headings but that of the names. */
    public List<String> headings() {
        return withoutName(columns);
    }

    /** A student's cells under {@link #headings}; empty ones for a student who is not on the list. */
    public List<String> cells(String key) {
        return withoutName(rows.getOrDefault(key, blank()));
    }

    private List<String> blank() {
        return Collections.nCopies(columns.size(), "");
    }

    private List<String> withoutName(List<String> cells) {
        List<String> others = new ArrayList<>(cells);
        nameColumn().ifPresent(column -> others.remove((int) column));
        return others;
    }

    private Optional<Integer> nameColumn() {
        return IntStream.range(0, columns.size())
                .filter(column -> !new RosterColumns(columns, columns.size()).hasTwoNames())
                .filter(column -> NAMES.contains(columns.get(column).strip().toLowerCase(Locale.ROOT)))
                .boxed()
                .findFirst();
    }
}

package portzero.grader.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portzero.grader.text.DisplayName;

/**
 * A list of the class as a table: comma-separated values (RFC 4180), or with semicolons, tabs or bars, in UTF-8, UTF-16 or
 * Windows-1252.
 *
 * @param headings of the columns
 * @param rows one for each line that could be a person's
 * @param warnings what is odd in the file, with the line
 */
record RosterTable(List<String> headings, List<Row> rows, List<String> warnings) {

    /**
     * A line.
     *
     * @param line counted from 1
     * @param cells at least one for each heading; a line that has more is odd
     */
    record Row(long line, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=(.)\"?");
    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /**
     * Reads the file.
     *
     * @throws RosterException if it is no such list
     * @throws IOException if it cannot be read
     */
    static RosterTable read(Path file) throws RosterException, IOException {
        var bytes = Files.readAllBytes(file);
        if (bytes.length > 4 && ByteBuffer.wrap(bytes, 0, 4).equals(ByteBuffer.wrap(ZIP))) {
            throw new RosterException(file + " is a spreadsheet; save it as “CSV UTF-8” and give that file.");
        }
        var warnings = new ArrayList<String>();
        var text = text(file, bytes, warnings);
        var first = text.lines().findFirst().orElse("");
        var told = SEPARATOR_LINE.matcher(first.strip());
        var skipped = told.matches() ? 1 : 0;
        var records = records(
                file,
                skipped == 0 ? text : text.substring(Math.min(text.length(), first.length() + 1)),
                told.matches() ? List.of(told.group(1)) : SEPARATORS);
        return table(file, records, skipped, warnings);
    }

    private static RosterTable table(Path file, List<CsvRecord> records, int skipped, List<String> warnings)
            throws RosterException {
        if (records.size() < 2) {
            throw new RosterException(
                    file + " has no students; it must have a line of headings and then a line for each of them.");
        }
        var headings = new ArrayList<>(records.get(0).getFields());
        while (headings.size() > 1 && headings.get(headings.size() - 1).isBlank()) {
            headings.remove(headings.size() - 1); // separators at the end of each line
        }
        var rows = new ArrayList<Row>();
        for (var one : records.subList(1, records.size())) {
            var line = one.getStartingLineNumber() + skipped;
            var cells = new ArrayList<>(one.getFields());
            while (cells.size() > headings.size() && cells.get(cells.size() - 1).isBlank()) {
                cells.remove(cells.size() - 1);
            }
            if (cells.size() > headings.size()) {
                warnings.add(file + ", line " + line + ": has " + cells.size() + " cells where the headings are "
                        + headings.size() + "; put cells with a separator in them into quotes.");
            }
            cells.addAll(Collections.nCopies(Math.max(0, headings.size() - cells.size()), ""));
            if (!OtherLines.isNobody(cells)) {
                rows.add(new Row(line, cells));
            }
        }
        return new RosterTable(headings, rows, warnings);
    }

    /** With the separator that gives most lines the same number of cells. */
    private static List<CsvRecord> records(Path file, String text, List<String> separators) throws RosterException {
        List<CsvRecord> best = List.of();
        long most = -1;
        var damage = "";
        for (var separator : separators) {
            try {
                var records = parsed(text, separator);
                var alike = alike(records);
                if (alike > most) {
                    most = alike;
                    best = records;
                }
            } catch (CsvParseException damaged) {
                damage = damage.isEmpty() ? String.valueOf(damaged.getMessage()) : damage;
            }
        }
        if (most < 0 || (most == 0 && !damage.isEmpty())) {
            throw new RosterException(file + " is not a table in CSV: " + DisplayName.name(damage));
        }
        return best;
    }

    /** How many lines have the number of cells that most lines have; 0 if that is one cell. */
    private static long alike(List<CsvRecord> records) {
        Map<Integer, Long> counts = records.stream()
                .map(CsvRecord::getFieldCount)
                .filter(count -> count > 1)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static List<CsvRecord> parsed(String text, String separator) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (IOException impossible) {
            throw new IllegalStateException("A string can always be read.", impossible);
        }
    }

    private static String text(Path file, byte[] bytes, List<String> warnings) throws RosterException {
        var charset = charset(bytes);
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text; // spreadsheets begin with a byte-order mark
        } catch (CharacterCodingException e) {
            if (!charset.equals(StandardCharsets.UTF_8)) {
                throw new RosterException(file + " is damaged; save it as “CSV UTF-8”.");
            }
            warnings.add(file
                    + " is not in UTF-8 and was read as Windows-1252; save it as “CSV UTF-8” if names look wrong.");
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int start = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        if (start == 0xfffe || (bytes[0] != 0 && bytes[1] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return start == 0xfeff || bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }
}

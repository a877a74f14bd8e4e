package portzero.grader.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import portzero.grader.io.AtomicFile;
import portzero.grader.result.Result;
import portzero.grader.result.Verdict;
import portzero.grader.roster.Roster;

/**
 * {@code gradebook.csv}: one line per student, one column per lab, and the total.
 *
 * <p>A submission that was rejected or did not compile has 0 points. Where there is no submission the
 * cell is empty and counts nothing. Where the grader itself failed, the cell and the total are empty:
 * that is no score yet. With a roster there is a line for everybody on it, and its columns stand after the
 * name. Where a platform marked something as late, a last column {@code late} has the labs that were. UTF-8, line feeds, no byte-order mark, so that every program reads it.
 *
 * <p>Not thread-safe.
 */
public final class GradebookCsv implements ResultExporter {
    private static final String TOTAL = "total";
    private static final String LATE = "late";

    private final TreeSet<String> labs = new TreeSet<>();
    private final TreeMap<String, Row> rows = new TreeMap<>();

    private final Roster roster;
    private final Path file;
    private int results;
    private int unscored;

    private record Row(String name, Map<String, OptionalInt> scores, Set<String> late) {}

    /**
     * A gradebook.
     *
     * @param roster who is in the class, {@link Roster#NONE} if that is not known
     * @param file what to write, over one of an earlier run
     */
    public GradebookCsv(Roster roster, Path file) {
        this.roster = roster;
        this.file = file;
        roster.rows().keySet().forEach(student -> row(student, student));
    }

    private Row row(String student, String name) {
        return rows.compute(
                student,
                (key, known) -> known == null
                        ? new Row(roster.name(key).orElse(name), new HashMap<>(), new TreeSet<>())
                        : new Row(roster.name(key).orElse(name), known.scores(), known.late()));
    }

    @Override
    public void add(Result result) {
        results++;
        unscored += result.verdict() == Verdict.GRADER_ERROR ? 1 : 0;
        labs.add(result.lab());
        var row = row(result.student(), result.name());
        row.scores().put(result.lab(), score(result));
        if (result.receipt() != null && result.receipt().late()) {
            row.late().add(result.lab());
        }
    }

    private static OptionalInt score(Result result) {
        return result.verdict() == Verdict.GRADER_ERROR ? OptionalInt.empty() : OptionalInt.of(result.score());
    }

    /** The whole text. */
    public String csv() {
        var text = new StringWriter();
        var hasLate = rows.values().stream().anyMatch(row -> !row.late().isEmpty());
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header(hasLate));
            rows.forEach((student, row) -> csv.writeRecord(cells(student, row, hasLate)));
        } catch (IOException e) {
            throw new IllegalStateException("A string can always be written to.", e);
        }
        return text.toString();
    }

    @Override
    public Exported finish() throws IOException {
        AtomicFile.write(file, csv().getBytes(StandardCharsets.UTF_8));
        return new Exported(
                file,
                results,
                GraderErrors.note(unscored, "their cells are empty").stream().toList());
    }

    private List<String> header(boolean hasLate) {
        var header = new ArrayList<>(List.of("student", "name"));
        int theirs = header.size();
        header.addAll(labs);
        header.add(TOTAL);
        if (hasLate) {
            header.add(LATE);
        }
        header.addAll(
                theirs,
                roster.headings().stream()
                        .map(heading -> CsvCell.of(distinct(heading, header)))
                        .toList());
        return header;
    }

    /** A heading of the roster's, which programs that read columns by name can tell from ours. */
    private static String distinct(String heading, List<String> ours) {
        return ours.stream().anyMatch(heading.strip()::equalsIgnoreCase) ? heading + " (roster)" : heading;
    }

    private List<String> cells(String student, Row row, boolean hasLate) {
        var cells = new ArrayList<>(List.of(CsvCell.of(student), CsvCell.of(row.name())));
        roster.cells(student).forEach(cell -> cells.add(CsvCell.of(cell)));
        labs.forEach(lab -> cells.add(cell(row.scores().get(lab))));
        cells.add(total(row));
        if (hasLate) {
            cells.add(String.join(" ", row.late()));
        }
        return cells;
    }

    private static String cell(@Nullable OptionalInt score) {
        return score == null || score.isEmpty() ? "" : Integer.toString(score.getAsInt());
    }

    private static String total(Row row) {
        if (row.scores().values().stream().anyMatch(OptionalInt::isEmpty)) {
            return "";
        }
        return Integer.toString(
                row.scores().values().stream().mapToInt(OptionalInt::getAsInt).sum());
    }
}

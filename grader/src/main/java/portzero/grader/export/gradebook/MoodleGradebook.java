package portzero.grader.export.gradebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import portzero.grader.export.ExportException;
import portzero.grader.export.gradebook.CsvDocument.Cell;
import portzero.grader.result.RunInfo.Suite;

/**
 * Reads the grading worksheet of an assignment in Moodle, whose headings are in the language of whoever downloaded it, and the export of
 * Moodle's gradebook.
 *
 * <p>A worksheet is known by what is in it: the first column counts participants, and the maximum grade is a column of one number, with
 * the grades to the left of it.
 */
final class MoodleGradebook {
    private static final Pattern PARTICIPANT = Pattern.compile("\\D*?([0-9]{1,18})");
    private static final List<String> IDS = List.of("id number", "username", "email address");
    private static final Set<String> WHOLE_NAMES = Set.of("full name", "name");
    private static final Set<String> FIRST_NAMES = Set.of("first name");
    private static final Set<String> LAST_NAMES = Set.of("last name", "surname");

    /** What stands under “Grade can be changed” where it cannot. */
    private static final Set<String> NO =
            Set.of("no", "nein", "non", "nee", "não", "nej", "nei", "ei", "nie", "ne", "нет", "hayır", "いいえ", "否");

    private final CsvDocument csv;
    private final List<String> headings;

    private MoodleGradebook(CsvDocument csv) {
        this.csv = csv;
        this.headings = csv.headings();
    }

    /** @throws ExportException if it is none, or has no column for the lab */
    static GradeTable read(CsvDocument csv, Optional<String> asked, Suite lab) throws ExportException {
        var moodle = new MoodleGradebook(csv);
        return moodle.isWorksheet() ? moodle.worksheet(asked, lab) : moodle.gradebook(asked, lab);
    }

    private boolean isWorksheet() {
        Set<String> prefixes = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (List<Cell> row : csv.body()) {
            Matcher participant = PARTICIPANT.matcher(value(row, 0));
            if (!participant.matches()) {
                return false;
            }
            prefixes.add(value(row, 0).substring(0, participant.start(1)));
            numbers.add(participant.group(1));
        }
        return prefixes.size() == 1
                && !prefixes.contains("")
                && numbers.size() == csv.body().size();
    }

    private GradeTable worksheet(Optional<String> asked, Suite lab) throws ExportException {
        int max = maxColumn();
        int grade = asked.isPresent() ? new GradeColumn(headings, range(2, max)).find(asked, lab) : max - 1;
        int changeable = IntStream.range(max + 1, headings.size())
                .filter(column -> csv.body().stream()
                        .map(row -> value(row, column))
                        .allMatch(cell -> !cell.isEmpty()
                                && cell.length() <= 8
                                && GradeNumber.parse(cell).isEmpty()))
                .findFirst()
                .orElse(-1);
        List<GradeTable.Row> students = csv.body().stream()
                .map(row -> new GradeTable.Row(
                        row, value(row, 1), GradeNumber.parse(value(row, max)), refusal(row, max, changeable)))
                .toList();
        List<Integer> ids = new ArrayList<>(List.of(0));
        range(2, grade).stream().filter(this::isId).forEach(ids::add);
        return new GradeTable("Moodle", ids, List.of(1), 0, grade, decimalComma(), students);
    }

    private int maxColumn() throws ExportException {
        Optional<Integer> named = range(3, headings.size()).stream()
                .filter(column -> headings.get(column).equalsIgnoreCase("maximum grade"))
                .findFirst();
        return named.or(() ->
                        range(3, headings.size()).stream().filter(this::isMax).findFirst())
                .orElseThrow(() -> new ExportException(
                        "This worksheet has no column with the maximum grade. The assignment must be graded in points;"
                                + " download its grading worksheet again."));
    }

    /** The same number above 0 for all, where the column to the left has none that is larger. */
    private boolean isMax(int column) {
        Set<String> values = new HashSet<>();
        csv.body().forEach(row -> values.add(value(row, column)));
        if (values.size() != 1) {
            return false;
        }
        OptionalDouble max = GradeNumber.parse(values.iterator().next());
        return max.isPresent()
                && max.getAsDouble() > 0
                && csv.body().stream()
                        .map(row -> value(row, column - 1))
                        .allMatch(grade -> grade.isEmpty()
                                || GradeNumber.parse(grade).orElse(Double.MAX_VALUE) <= max.getAsDouble());
    }

    private Optional<String> refusal(List<Cell> row, int max, int changeable) {
        if (GradeNumber.parse(value(row, max)).isEmpty()) {
            return Optional.of("graded by a scale, not in points");
        }
        return changeable >= 0 && NO.contains(value(row, changeable).toLowerCase(Locale.ROOT))
                ? Optional.of("locked in Moodle")
                : Optional.empty();
    }

    private GradeTable gradebook(Optional<String> asked, Suite lab) throws ExportException {
        List<Integer> names = columns(WHOLE_NAMES).isEmpty()
                ? Stream.concat(columns(FIRST_NAMES).stream(), columns(LAST_NAMES).stream())
                        .toList()
                : columns(WHOLE_NAMES);
        List<Integer> ids =
                IntStream.range(0, headings.size()).filter(this::isId).boxed().toList();
        if (ids.isEmpty() || names.isEmpty()) {
            throw new ExportException(
                    "This is neither a grading worksheet nor a gradebook of Moodle: no column counts participants, and"
                            + " none is called “Email address”. Download the worksheet on the assignment's page of submissions.");
        }
        int last = Stream.concat(ids.stream(), names.stream())
                .max(Integer::compare)
                .orElse(0);
        int grade = new GradeColumn(headings, range(last + 1, headings.size())).find(asked, lab);
        List<GradeTable.Row> students = csv.body().stream()
                .map(row -> new GradeTable.Row(
                        row,
                        String.join(
                                " ",
                                names.stream().map(column -> value(row, column)).toList()),
                        OptionalDouble.empty(),
                        Optional.empty()))
                .toList();
        return new GradeTable("Moodle", ids, names, -1, grade, decimalComma(), students);
    }

    private boolean isId(int column) {
        return IDS.contains(headings.get(column).toLowerCase(Locale.ROOT))
                || csv.body().stream().map(row -> value(row, column)).allMatch(cell -> cell.contains("@"));
    }

    private List<Integer> columns(Set<String> called) {
        return range(0, headings.size()).stream()
                .filter(column -> called.contains(headings.get(column).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private boolean decimalComma() {
        return csv.body().stream().flatMap(List::stream).map(Cell::value).anyMatch(GradeNumber::hasComma);
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static String value(List<Cell> row, int column) {
        return column < row.size() ? row.get(column).value().strip() : "";
    }
}

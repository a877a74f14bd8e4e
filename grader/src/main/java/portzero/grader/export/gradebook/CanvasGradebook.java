package portzero.grader.export.gradebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import portzero.grader.export.ExportException;
import portzero.grader.export.gradebook.CsvDocument.Cell;
import portzero.grader.result.RunInfo.Suite;
import portzero.grader.text.DisplayName;

/**
 * Reads the CSV that Canvas exports from its gradebook. Students have an id; the rows before them say what an assignment is worth and
 * how it is posted.
 */
final class CanvasGradebook {
    private static final List<String> IDS = List.of("id", "sis user id", "sis login id", "integration id");
    private static final Pattern ASSIGNMENT = Pattern.compile(".*\\([0-9]+\\)");
    private static final String READ_ONLY = "(read only)";
    private static final String TEST_STUDENT = "student test";

    private final CsvDocument csv;
    private final List<String> headings;
    private final int id;

    private CanvasGradebook(CsvDocument csv) {
        this.csv = csv;
        this.headings = csv.headings();
        this.id = column("id");
    }

    /** @throws ExportException if it is none, or has no column for the lab */
    static GradeTable read(CsvDocument csv, Optional<String> asked, Suite lab) throws ExportException {
        return new CanvasGradebook(csv).table(asked, lab);
    }

    private GradeTable table(Optional<String> asked, Suite lab) throws ExportException {
        List<Integer> names = Stream.of(column("student"), column("lastname"), column("firstname"))
                .filter(column -> column >= 0)
                .toList();
        if (id < 0 || names.isEmpty()) {
            throw new ExportException("This is no gradebook of Canvas: it has no column "
                    + (id < 0 ? "“ID”" : "“Student”") + ". Export it in Canvas under Grades, Export.");
        }
        int grade = new GradeColumn(headings, assignments()).find(asked, lab);
        Optional<List<Cell>> worth = preamble().stream()
                .filter(row -> GradeNumber.parse(value(row, grade)).isPresent() || isReadOnly(row, grade))
                .findFirst();
        if (worth.isPresent() && isReadOnly(worth.get(), grade)) {
            throw new ExportException("The column “" + DisplayName.name(headings.get(grade))
                    + "” is read only in Canvas, which would ignore it; choose that of the assignment with --column.");
        }
        OptionalDouble max =
                worth.map(row -> GradeNumber.parse(value(row, grade))).orElse(OptionalDouble.empty());
        return new GradeTable(
                "Canvas",
                IDS.stream().map(this::column).filter(column -> column >= 0).toList(),
                names,
                id,
                grade,
                decimalComma(),
                students(names, grade, max));
    }

    private List<GradeTable.Row> students(List<Integer> names, int grade, OptionalDouble max) {
        List<GradeTable.Row> students = new ArrayList<>();
        for (List<Cell> row : csv.body()) {
            String name = String.join(
                    " ", names.stream().map(column -> value(row, column)).toList());
            if (!value(row, id).isEmpty() && !FoldedText.name(name).equals(TEST_STUDENT)) {
                Optional<String> refusal =
                        value(row, grade).equalsIgnoreCase("EX") ? Optional.of("excused in Canvas") : Optional.empty();
                students.add(new GradeTable.Row(row, name, max, refusal));
            }
        }
        return students;
    }

    /** The rows of no student. */
    private List<List<Cell>> preamble() {
        return csv.body().stream().filter(row -> value(row, id).isEmpty()).toList();
    }

    /** Behind the columns about the student, which end with the section; those that Canvas computes are none. */
    private List<Integer> assignments() {
        int section = column("section");
        return IntStream.range(0, headings.size())
                .filter(column ->
                        section < 0 ? ASSIGNMENT.matcher(headings.get(column)).matches() : column > section)
                .filter(column -> !headings.get(column).isEmpty())
                .filter(column -> ASSIGNMENT.matcher(headings.get(column)).matches()
                        || preamble().stream().noneMatch(row -> isReadOnly(row, column)))
                .boxed()
                .toList();
    }

    private boolean decimalComma() {
        return csv.body().stream().flatMap(List::stream).map(Cell::value).anyMatch(GradeNumber::hasComma);
    }

    private static boolean isReadOnly(List<Cell> row, int column) {
        return value(row, column).toLowerCase(Locale.ROOT).equals(READ_ONLY);
    }

    private int column(String heading) {
        return IntStream.range(0, headings.size())
                .filter(column -> headings.get(column).equalsIgnoreCase(heading))
                .findFirst()
                .orElse(-1);
    }

    private static String value(List<Cell> row, int column) {
        return column < row.size() ? row.get(column).value().strip() : "";
    }
}

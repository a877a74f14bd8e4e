package portzero.grader.roster;

import java.util.List;
import java.util.Set;

/** Lines of a list that are no person's: maxima, test students, totals, empty ones. */
final class OtherLines {
    private static final Set<String> TOTALS = Set.of(
            "total",
            "totals",
            "sum",
            "average",
            "overall average",
            "mean",
            "median",
            "minimum",
            "maximum",
            "count",
            "standard deviation",
            "summe",
            "gesamt",
            "mittelwert",
            "durchschnitt",
            "anzahl",
            "moyenne");

    private OtherLines() {}

    static boolean isNobody(List<String> cells) {
        var filled = cells.stream()
                .map(PersonKeys::folded)
                .filter(cell -> !cell.isEmpty())
                .toList();
        return filled.isEmpty()
                || filled.get(0).contains("points possible")
                || Set.of("student, test", "test student", "teststudent").contains(filled.get(0))
                || (TOTALS.contains(filled.get(0)) && filled.stream().skip(1).allMatch(OtherLines::isFigure));
    }

    private static boolean isFigure(String cell) {
        return cell.matches("[-0-9.,% /()]+") || TOTALS.contains(cell);
    }
}

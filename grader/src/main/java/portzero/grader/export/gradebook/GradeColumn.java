package portzero.grader.export.gradebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import portzero.grader.export.ExportException;
import portzero.grader.result.RunInfo.Suite;
import portzero.grader.text.DisplayName;

/** Finds the column of a lab among those that can hold a grade. */
final class GradeColumn {
    private final List<String> headings;
    private final List<Integer> candidates;

    GradeColumn(List<String> headings, List<Integer> candidates) {
        this.headings = headings;
        this.candidates = candidates;
    }

    /**
     * The column.
     *
     * @param asked a heading, or the beginning of exactly one
     * @throws ExportException if there is none, or more than one
     */
    int find(Optional<String> asked, Suite lab) throws ExportException {
        if (asked.isPresent()) {
            return asked(asked.get());
        }
        List<Integer> found = candidates.size() == 1 ? candidates : ofLab(lab);
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new ExportException(
                (found.isEmpty() ? "No column is plainly that of " : "More than one column can be that of ") + lab.lab()
                        + "; name it with --column. There are: " + names(found.isEmpty() ? candidates : found) + ".");
    }

    private int asked(String heading) throws ExportException {
        for (int column : candidates) {
            if (headings.get(column).equalsIgnoreCase(heading.strip())) {
                return column;
            }
        }
        List<Integer> found = candidates.stream()
                .filter(column -> FoldedText.id(headings.get(column)).startsWith(FoldedText.id(heading)))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new ExportException("--column " + DisplayName.name(heading)
                + (found.isEmpty() ? " is no column for grades in this file" : " is the beginning of several columns")
                + ". There are: " + names(candidates) + ".");
    }

    /** Those that name it, by its id, its number or its title. */
    private List<Integer> ofLab(Suite lab) {
        List<String> calls = new ArrayList<>();
        String number = lab.lab().replaceAll("^lab0*([0-9]+)-.*", "$1");
        calls.add(words(lab.lab()));
        calls.add(" lab" + number + " ");
        calls.add(" lab0" + number + " ");
        calls.add(" lab " + number + " ");
        calls.add(" lab 0" + number + " ");
        calls.add(words(lab.lab().replaceFirst("^lab[0-9]+-", "")));
        if (!lab.title().isBlank()) {
            calls.add(words(lab.title()));
        }
        return candidates.stream()
                .filter(column -> calls.stream().anyMatch(words(headings.get(column))::contains))
                .toList();
    }

    private static String words(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }

    private String names(List<Integer> columns) {
        return columns.stream()
                .limit(20)
                .map(column -> "“" + DisplayName.name(headings.get(column)) + "”")
                .collect(Collectors.joining(", "));
    }
}

package portzero.grader.export.gradebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import portzero.grader.export.gradebook.GradeTable.Row;
import portzero.grader.text.DisplayName;

/**
 * Finds out which row of a gradebook is whose, one to one. A column after the other is tried, the surest first, names last; what is
 * found by a number that names contradict, or fits twice, is left alone and told: a grade in somebody else's row is worse than none.
 */
final class StudentMatcher {
    private final GradeTable table;
    private final List<String> headings;
    private final List<GradedStudent> students;
    private final StudentIndex index;
    private final Map<Row, GradedStudent> found = new HashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<String> doubts = new ArrayList<>();

    /** Rows and students that are settled, found or doubtful. */
    private final Set<Object> settled = new HashSet<>();

    StudentMatcher(GradeTable table, List<String> headings, Collection<GradedStudent> students) {
        this.table = table;
        this.headings = List.copyOf(headings);
        this.students = List.copyOf(students);
        this.index = new StudentIndex(this.students);
    }

    /**
     * Who is whose.
     *
     * @param rows the student of each row that has one
     * @param by how many were found by each column
     * @param doubts what was left alone, in sentences
     * @param strangers students whom no row fits
     */
    record Match(
            Map<Row, GradedStudent> rows,
            Map<String, Integer> by,
            List<String> doubts,
            List<GradedStudent> strangers) {}

    /** Tries every column, or one alone, whose cells are then believed without a look at names. */
    Match match(Optional<Integer> only) {
        if (only.isPresent()) {
            match(only.get(), row -> byId(row, only.get()), false);
        } else {
            table.ids().forEach(column -> match(column, row -> byId(row, column), true));
            matchNames();
        }
        return new Match(
                found,
                counts,
                doubts,
                students.stream().filter(student -> !settled.contains(student)).toList());
    }

    private Set<GradedStudent> byId(Row row, int column) {
        String cell = row.value(column);
        if (cell.isEmpty()) {
            return Set.of();
        }
        Set<GradedStudent> fitting = index.own(cell);
        if (column == table.platformIds()) {
            fitting.addAll(index.platformId(cell));
        }
        fitting.addAll(index.rosterCell(cell, headings.get(column)));
        return fitting;
    }

    /** By whole names that nobody else has; not where the file has ids and this one is not among them. */
    private void matchNames() {
        if (table.names().isEmpty()) {
            return;
        }
        boolean idsWork =
                found.values().stream().anyMatch(student -> student.platformId().isPresent());
        Map<String, Long> rows = table.students().stream()
                .collect(Collectors.groupingBy(row -> FoldedText.name(row.name()), Collectors.counting()));
        match(
                table.names().get(0),
                row -> rows.getOrDefault(FoldedText.name(row.name()), 0L) > 1
                        ? Set.of()
                        : index.name(row.name()).stream()
                                .filter(student ->
                                        !idsWork || student.platformId().isEmpty())
                                .collect(Collectors.toCollection(LinkedHashSet::new)),
                false);
    }

    private void match(int column, Function<Row, Set<GradedStudent>> fits, boolean compareNames) {
        Map<Row, List<GradedStudent>> fitting = new HashMap<>();
        Map<GradedStudent, List<Row>> claims = new HashMap<>();
        List<Row> free =
                table.students().stream().filter(row -> !settled.contains(row)).toList();
        for (Row row : free) {
            List<GradedStudent> here = fits.apply(row).stream()
                    .filter(student -> !settled.contains(student))
                    .toList();
            fitting.put(row, here);
            here.forEach(student ->
                    claims.computeIfAbsent(student, none -> new ArrayList<>()).add(row));
        }
        for (Row row : free) {
            List<GradedStudent> here = fitting.getOrDefault(row, List.of());
            if (!here.isEmpty()) {
                decide(row, here, claims.getOrDefault(here.get(0), List.of()), column, compareNames);
            }
        }
    }

    private void decide(Row row, List<GradedStudent> fitting, List<Row> rows, int column, boolean compareNames) {
        GradedStudent student = fitting.get(0);
        String heading = "“" + DisplayName.name(headings.get(column)) + "”";
        settled.add(row);
        settled.addAll(fitting);
        if (fitting.size() > 1) {
            doubts.add(show(row) + " fits " + fitting.size() + " results by " + heading + ": "
                    + DisplayName.names(fitting.stream().map(GradedStudent::key).toList()));
        } else if (rows.size() > 1 && !isOnePerson(rows)) {
            doubts.add(show(row) + " is one of " + rows.size() + " rows that the result " + student.key() + " fits by "
                    + heading);
        } else if (compareNames && !canBeNamed(row, student)) {
            doubts.add(show(row) + " has by " + heading + " the result " + student.key() + ", which is of “"
                    + DisplayName.name(student.name()) + "”; if that is right, add --by \""
                    + DisplayName.name(headings.get(column)) + "\"");
        } else {
            found.put(row, student);
            counts.merge(heading, 1, Integer::sum);
        }
    }

    /** Somebody in two sections has two rows with one id. */
    private boolean isOnePerson(List<Row> rows) {
        int surest = table.ids().get(0);
        return rows.stream()
                        .map(row -> FoldedText.id(row.value(surest)))
                        .distinct()
                        .count()
                == 1;
    }

    /** A name that is only the id again, or that of nobody in particular, contradicts nothing. */
    private boolean canBeNamed(Row row, GradedStudent student) {
        boolean isId = table.ids().stream()
                .anyMatch(column -> index.own(row.value(column)).contains(student));
        String letters = student.name().replaceAll("[0-9]+", "").strip().toLowerCase(Locale.ROOT);
        return isId || letters.equals("participant") || FoldedText.canBeOne(row.name(), student.name());
    }

    private static String show(Row row) {
        return "“" + DisplayName.name(row.name().isBlank() ? row.value(0) : row.name()) + "”";
    }
}

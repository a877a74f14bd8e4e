package portzero.grader.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import portzero.grader.report.CohortTally.Student;
import portzero.grader.report.view.CohortPage.GroupRow;
import portzero.grader.report.view.CohortPage.GroupTable;
import portzero.grader.result.Verdict;
import portzero.grader.roster.Roster;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;

/** The class by sections, tutors and the like, where the roster has a column of them. */
final class CohortGroups {
    /** What such a column is called; a team is no group of the class's. */
    private static final Pattern GROUPS = Pattern.compile(
            ".*\\b(sections?|groups?|tutors?|tutorials?|class|recitation|seminar|instructor|ta|gruppen?|tutor(in|ium)|übung)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** More are no groups but people. */
    private static final int MOST_GROUPS = 60;

    private final Roster roster;
    private final Collection<Student> students;
    private final List<Integer> columns;

    CohortGroups(Roster roster, Collection<Student> students) {
        this.roster = roster;
        this.students = List.copyOf(students);
        this.columns = IntStream.range(0, roster.columns().size())
                .filter(column ->
                        GROUPS.matcher(roster.columns().get(column).strip()).matches())
                .filter(this::divides)
                .boxed()
                .toList();
    }

    private boolean divides(int column) {
        long values = roster.rows().values().stream()
                .map(cells -> cells.get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(MOST_GROUPS + 1L)
                .count();
        return values > 1 && values <= MOST_GROUPS;
    }

    /** The headings of the columns. */
    List<String> headings() {
        return columns.stream()
                .map(column -> SafeText.line(roster.columns().get(column).strip(), ListLimits.LINE))
                .toList();
    }

    /** A student's groups, one for each heading; empty where the roster says nothing. */
    List<String> of(Student student) {
        return columns.stream()
                .map(column -> group(student, column))
                .map(group -> SafeText.line(group, ListLimits.LINE))
                .toList();
    }

    private String group(Student student, int column) {
        List<String> cells = roster.rows().getOrDefault(student.key(), List.of());
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** A table for each column: a row for each group, with the median of each lab. */
    List<GroupTable> tables(List<String> labs) {
        return columns.stream().map(column -> table(column, labs)).toList();
    }

    private GroupTable table(int column, List<String> labs) {
        Map<String, List<Student>> groups = students.stream()
                .collect(Collectors.groupingBy(student -> group(student, column), TreeMap::new, Collectors.toList()));
        List<GroupRow> rows = new ArrayList<>();
        groups.forEach((name, members) -> rows.add(row(name, members, labs)));
        return new GroupTable(SafeText.line(roster.columns().get(column).strip(), ListLimits.LINE), labs, rows);
    }

    private static GroupRow row(String name, List<Student> members, List<String> labs) {
        long without =
                members.stream().filter(member -> member.marks().isEmpty()).count();
        return new GroupRow(
                name.isEmpty() ? "none" : SafeText.line(name, ListLimits.LINE),
                members.size(),
                Math.toIntExact(without),
                labs.stream().map(lab -> median(members, lab)).toList());
    }

    /** Of what was graded, as on the rest of the page; empty where nothing was. */
    private static String median(List<Student> members, String lab) {
        List<Integer> scores = members.stream()
                .flatMap(member -> member.marks().entrySet().stream())
                .filter(mark -> mark.getKey().equals(lab) && mark.getValue().verdict() == Verdict.GRADED)
                .map(mark -> mark.getValue().score())
                .sorted()
                .toList();
        return scores.isEmpty() ? "" : String.format(Locale.ROOT, "%d", scores.get((scores.size() - 1) / 2));
    }
}

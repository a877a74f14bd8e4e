package portzero.grader.roster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the columns of a list are for, by their headings. */
final class RosterColumns {
    private static final Set<String> WHOLE_NAMES =
            Set.of("name", "full name", "fullname", "student", "student name", "display name", "vollständiger name");
    private static final Set<String> FIRST_NAMES = Set.of(
            "first name",
            "firstname",
            "first_name",
            "first",
            "given name",
            "given name(s)",
            "given names",
            "forename",
            "vorname",
            "prénom",
            "nombre",
            "nome");
    private static final Set<String> LAST_NAMES = Set.of(
            "last name",
            "lastname",
            "last_name",
            "last",
            "surname",
            "family name",
            "family name(s)",
            "nachname",
            "name",
            "nom",
            "apellido",
            "apellido(s)",
            "apellidos",
            "cognome");
    private static final List<String> IDENTITIES = List.of(
            "id",
            "login",
            "user",
            "mail",
            "matric",
            "matrik",
            "number",
            "netid",
            "sid",
            "identifier",
            "github",
            "kennung",
            "account",
            "key");
    private static final List<String> TEAMS = List.of("team", "group", "gruppe", "grupo", "groupe", "partner");

    private final List<String> headings;
    private final List<Column> columns = new ArrayList<>();

    /** What a list may be compared by: one of its columns, or two name columns together. */
    record Column(
            int index, boolean isIdentity, boolean isName, boolean isTeam, Function<RosterTable.Row, String> text) {
        Set<String> keys(RosterTable.Row row) {
            var keys = new LinkedHashSet<>(PersonKeys.ofCell(text.apply(row)));
            if (isName) {
                keys.removeIf(key -> key.startsWith("#"));
            }
            if (isTeam) { // Canvas leaves only letters and digits of a team's name
                keys.add("=" + PersonKeys.letters(PersonKeys.folded(text.apply(row))));
                keys.remove("=");
            }
            return keys;
        }
    }

    RosterColumns(List<String> headings, int widest) {
        this.headings = headings.stream().map(PersonKeys::folded).toList();
        var first = find(FIRST_NAMES);
        var last = find(LAST_NAMES);
        if (hasTwoNames()) {
            columns.add(new Column(
                    last.orElseThrow(),
                    false,
                    true,
                    false,
                    row -> row.cell(first.orElseThrow()) + " " + row.cell(last.orElseThrow())));
        }
        for (int i = 0; i < widest; i++) {
            int index = i;
            var heading = i < headings.size() ? this.headings.get(i) : "";
            var isTeam = TEAMS.stream().anyMatch(heading::contains);
            var isName = WHOLE_NAMES.contains(heading);
            var isIdentity = !isTeam && !isName && isIdentity(heading);
            columns.add(new Column(index, isIdentity, isName, isTeam, row -> row.cell(index)));
        }
    }

    private static boolean isIdentity(String heading) {
        return IDENTITIES.stream()
                .anyMatch(word -> heading.equals(word)
                        || (word.length() > 3 && heading.contains(word))
                        || heading.startsWith(word + " ")
                        || heading.endsWith(" " + word));
    }

    private Optional<Integer> find(Set<String> names) {
        return IntStream.range(0, headings.size())
                .filter(i -> names.contains(headings.get(i)))
                .boxed()
                .findFirst();
    }

    /** Whether first and last names have columns of their own. */
    boolean hasTwoNames() {
        var first = find(FIRST_NAMES);
        return first.isPresent() && find(LAST_NAMES).isPresent();
    }

    List<Column> all() {
        return columns;
    }

    /** The person's name on a line, empty if no column has it. */
    String name(RosterTable.Row row) {
        return columns.stream()
                .filter(Column::isName)
                .map(column -> column.text.apply(row).strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What tells the person on a line from others: a login, a number, an address, or else the name. */
    String identity(RosterTable.Row row) {
        return columns.stream()
                .filter(Column::isIdentity)
                .map(column -> column.text.apply(row).strip())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseGet(() -> name(row).isEmpty()
                        ? row.cells().stream()
                                .filter(cell -> !cell.isBlank())
                                .findFirst()
                                .orElse("")
                                .strip()
                        : name(row));
    }

    /** Whether two lines that agree in one thing are the same person's: no login, number or address of theirs differs. */
    boolean isSamePerson(RosterTable.Row one, RosterTable.Row other) {
        return columns.stream()
                .filter(column -> column.isIdentity() || column.isName())
                .allMatch(column -> {
                    var first = PersonKeys.folded(column.text.apply(one));
                    var second = PersonKeys.folded(column.text.apply(other));
                    return first.isEmpty() || second.isEmpty() || first.equals(second);
                });
    }

    /** The headings of the columns in which two lines differ. */
    List<String> differences(RosterTable.Row one, RosterTable.Row other, List<String> shown) {
        return IntStream.range(0, shown.size())
                .filter(i -> !PersonKeys.folded(one.cell(i)).equals(PersonKeys.folded(other.cell(i))))
                .mapToObj(i -> shown.get(i) + " " + one.cell(i) + " and " + other.cell(i))
                .toList();
    }
}

package portzero.grader.roster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import portzero.grader.intake.Person;
import portzero.grader.intake.Submission;
import portzero.grader.result.StudentKey;
import portzero.grader.roster.RosterColumns.Column;
import portzero.grader.roster.RosterTable.Row;
import portzero.grader.text.DisplayName;

/**
 * Compares a list of the class with those who handed in, by the columns that name the most of them first. What is ambiguous in
 * one column may be clear in another; what stays ambiguous is told, and nobody is given somebody else's line.
 */
final class RosterMatcher {
    private static final int EXAMPLES = 3;

    private final Path file;
    private final List<String> headings;
    private final List<Row> rows;
    private final RosterColumns columns;
    private final List<Submission> submissions;
    private final List<RosterCandidate> candidates;
    private final Map<String, Set<RosterCandidate>> byKey = new HashMap<>();

    private final Map<Row, RosterCandidate> matched = new LinkedHashMap<>();
    private final Map<RosterCandidate, List<Row>> teams = new LinkedHashMap<>();
    private final Set<Row> duplicates = new HashSet<>();
    private final Map<Row, Set<RosterCandidate>> doubts = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    RosterMatcher(Path file, RosterTable table, List<Submission> submissions) {
        this.file = file;
        this.submissions = submissions;
        warnings.addAll(table.warnings());
        candidates = RosterCandidate.of(submissions);
        for (RosterCandidate one : candidates) {
            one.keys()
                    .forEach(key -> byKey.computeIfAbsent(key, unused -> new LinkedHashSet<>())
                            .add(one));
        }
        boolean isHeadless = isPerson(table.headings());
        headings = isHeadless
                ? IntStream.rangeClosed(1, table.headings().size())
                        .mapToObj(i -> "column " + i)
                        .toList()
                : table.headings();
        rows = isHeadless
                ? Stream.concat(Stream.of(new Row(1, table.headings())), table.rows().stream())
                        .toList()
                : table.rows();
        int widest = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(headings.size());
        columns = new RosterColumns(headings, widest);
        if (isHeadless) {
            warnings.add(file + " has no line of headings: its first line names somebody who handed in.");
        }
    }

    private boolean isPerson(List<String> cells) {
        return new RosterColumns(cells, cells.size())
                        .all().stream().noneMatch(one -> one.isIdentity() || one.isName() || one.isTeam())
                && cells.stream()
                        .flatMap(cell -> PersonKeys.ofCell(cell).stream())
                        .anyMatch(byKey::containsKey);
    }

    RosterMatch match() throws RosterException {
        List<Column> ordered = columns.all().stream()
                .filter(column -> hits(column) > 0 && isTelling(column))
                .sorted(Comparator.<Column, Boolean>comparing(column -> !isTeamWork(column))
                        .thenComparingLong(column -> -hits(column))
                        .thenComparing(column -> !column.isIdentity())
                        .thenComparing(column -> !column.isName()))
                .toList();
        if (ordered.isEmpty()) {
            throw nobody();
        }
        for (Column column : ordered) {
            boolean isFirst = column.equals(ordered.get(0));
            if (isFirst || (!column.isTeam() && (column.isIdentity() || column.isName() || isDistinct(column)))) {
                compare(column, isFirst);
            }
        }
        if (matched.isEmpty() && teams.isEmpty() && doubts.isEmpty()) {
            throw nobody();
        }
        return result();
    }

    /** Whether a column with headings that say nothing may decide: it names many, or nobody twice. */
    private boolean isTelling(Column column) {
        return column.isIdentity()
                || column.isName()
                || column.isTeam()
                || 2 * hits(column) >= candidates.size()
                || isDistinct(column);
    }

    /**
     * Whether a column of teams names those who handed in, and no other member of such a team handed in anything: platforms
     * put a team's work under its name with the id of one of its members.
     */
    private boolean isTeamWork(Column column) {
        return column.isTeam()
                && rows.stream().allMatch(row -> {
                    Set<RosterCandidate> team = named(column, row);
                    return team.size() != 1
                            || columns.all().stream()
                                    .filter(other -> other.isIdentity() || other.isName())
                                    .map(other -> named(other, row))
                                    .allMatch(found -> found.size() != 1 || found.equals(team));
                });
    }

    private long hits(Column column) {
        return rows.stream()
                .map(row -> named(column, row))
                .filter(found -> found.size() == 1)
                .flatMap(Set::stream)
                .distinct()
                .count();
    }

    /** A column with headings that say nothing counts beside the first one if it names several people and all differently. */
    private boolean isDistinct(Column column) {
        List<String> cells = rows.stream()
                .map(row -> PersonKeys.folded(column.text().apply(row)))
                .filter(cell -> !cell.isEmpty())
                .toList();
        return hits(column) > 1 && Set.copyOf(cells).size() == cells.size();
    }

    /** Whom a line may mean in a column. */
    private Set<RosterCandidate> named(Column column, Row row) {
        Set<RosterCandidate> exact =
                byKey.getOrDefault(PersonKeys.folded(column.text().apply(row)), Set.of());
        if (exact.size() == 1) {
            return exact;
        }
        Set<RosterCandidate> found = new LinkedHashSet<>();
        column.keys(row).forEach(key -> found.addAll(byKey.getOrDefault(key, Set.of())));
        return found;
    }

    private void compare(Column column, boolean isFirst) {
        Map<RosterCandidate, List<Row>> claims = new LinkedHashMap<>();
        for (Row row : rows) {
            Set<RosterCandidate> found = isOpen(row) ? named(column, row) : Set.of();
            if (found.size() == 1) {
                claims.computeIfAbsent(found.iterator().next(), unused -> new ArrayList<>())
                        .add(row);
            } else if (found.size() > 1) {
                doubt(row, found);
            }
        }
        claims.forEach((one, lines) -> claim(column, isFirst, one, lines));
    }

    private boolean isOpen(Row row) {
        return !matched.containsKey(row)
                && !duplicates.contains(row)
                && teams.values().stream().noneMatch(members -> members.contains(row));
    }

    private void claim(Column column, boolean isFirst, RosterCandidate one, List<Row> lines) {
        Row first = rows.stream()
                .filter(row -> one.equals(matched.get(row)))
                .findFirst()
                .orElse(lines.get(0));
        boolean isTaken = matched.containsKey(first);
        boolean isOnePerson = lines.stream().allMatch(line -> columns.isSamePerson(first, line));
        if (!isTaken && isFirst && (column.isTeam() || (isTeams(column) && !isOnePerson))) {
            teams.put(one, lines);
        } else if (isOnePerson) {
            matched.put(first, one);
            lines.stream().filter(line -> !line.equals(first)).forEach(line -> repeat(first, line));
        } else {
            lines.forEach(line -> doubt(line, Set.of(one)));
        }
    }

    /** Whether a column may give several people the same: it holds neither names nor logins. */
    private static boolean isTeams(Column column) {
        return !column.isIdentity() && !column.isName();
    }

    private void doubt(Row row, Set<RosterCandidate> found) {
        doubts.computeIfAbsent(row, unused -> new LinkedHashSet<>()).addAll(found);
    }

    private void repeat(Row first, Row again) {
        duplicates.add(again);
        List<String> differences = columns.differences(first, again, headings);
        warnings.add(DisplayName.name(shownName(first)) + " is in lines " + first.line() + " and " + again.line()
                + (differences.isEmpty() ? "" : " (" + DisplayName.names(differences) + ")")
                + " of " + file + ": counted once.");
    }

    private String shownName(Row row) {
        String name = columns.name(row);
        return name.isEmpty() ? columns.identity(row) : name;
    }

    private RosterMatch result() {
        Map<String, List<String>> byResult = new LinkedHashMap<>();
        Map<Submission, Submission> changed = new HashMap<>();
        Set<RosterCandidate> unlisted = new LinkedHashSet<>(candidates);
        unlisted.removeAll(matched.values());
        unlisted.removeAll(teams.keySet());
        Set<String> used = new HashSet<>();
        candidates.forEach(one -> one.resultKeys().forEach(key -> used.add(PersonKeys.folded(key))));
        List<Row> missing = new ArrayList<>();
        Map<Row, RosterCandidate> members = members(used, changed, byResult);
        List<String> absent = new ArrayList<>();
        for (Row row : rows) {
            RosterCandidate one = matched.get(row);
            if (one != null) {
                one.resultKeys().forEach(key -> byResult.put(key, cells(row)));
            } else if (isOpen(row) && !members.containsKey(row) && !isRepeated(row, missing)) {
                missing.add(row);
                absent(row, unlisted, used, byResult).ifPresent(absent::add);
            }
        }
        return new RosterMatch(
                new Roster(headings, byResult),
                submissions.stream().map(one -> changed.getOrDefault(one, one)).toList(),
                absent,
                unlisted.stream().map(RosterCandidate::name).sorted().toList(),
                warnings);
    }

    private List<String> cells(Row row) {
        return row.cells().subList(0, headings.size());
    }

    private boolean isRepeated(Row row, List<Row> earlier) {
        String id = PersonKeys.folded(columns.identity(row));
        for (Row other : earlier) {
            if (PersonKeys.folded(columns.identity(other)).equals(id) && columns.isSamePerson(other, row)) {
                repeat(other, row);
                return true;
            }
        }
        return false;
    }

    /** Each member of a team has the team's result under a key of their own. */
    private Map<Row, RosterCandidate> members(
            Set<String> used, Map<Submission, Submission> changed, Map<String, List<String>> byResult) {
        Map<Row, RosterCandidate> members = new HashMap<>();
        teams.forEach((team, lines) -> {
            List<Person> people = new ArrayList<>();
            List<Row> seen = new ArrayList<>();
            for (Row row : lines) {
                members.put(row, team);
                if (!isRepeated(row, seen)) {
                    seen.add(row);
                    Person person = Person.listed(shownName(row), key(row, used));
                    people.add(person);
                    byResult.put(person.key(), cells(row));
                }
            }
            team.submissions().forEach(one -> changed.put(one, one.of(people)));
        });
        return members;
    }

    /** A key that is nobody else's. */
    private String key(Row row, Set<String> used) {
        String identity = columns.identity(row);
        String key = StudentKey.ofNameAlone(identity);
        for (int i = 1; !used.add(PersonKeys.folded(key)); i++) {
            key = StudentKey.withSuffix(key, StudentKey.digest(identity + " " + i));
        }
        return key;
    }

    /** The name of somebody who has handed in nothing; nobody, if a submission that is nobody else's may well be theirs. */
    private Optional<String> absent(
            Row row, Collection<RosterCandidate> unlisted, Set<String> used, Map<String, List<String>> byResult) {
        List<String> alike = unlisted.stream()
                .filter(one -> doubts.getOrDefault(row, Set.of()).contains(one)
                        || one.looksLike(columns.name(row), columns.identity(row)))
                .map(RosterCandidate::name)
                .toList();
        String name = shownName(row);
        if (!alike.isEmpty()) {
            warnings.add(file + ", line " + row.line() + ": " + DisplayName.name(name)
                    + " may be who handed in as " + DisplayName.names(alike)
                    + "; that is not certain, so the line is left out and the submission graded as it is named."
                    + " Write the name of the submission into the line to put them together.");
            return Optional.empty();
        }
        byResult.put(key(row, used), cells(row));
        return Optional.of(name);
    }

    private RosterException nobody() {
        List<String> listed = rows.stream()
                .limit(EXAMPLES)
                .map(row -> String.join(", ", row.cells()))
                .map(DisplayName::name)
                .toList();
        List<String> handedIn =
                candidates.stream().limit(EXAMPLES).map(RosterCandidate::name).toList();
        return new RosterException(file + ": no line names any of the submissions. On the list, for instance: "
                + String.join(" | ", listed) + ". Handed in, for instance: " + DisplayName.names(handedIn)
                + ". One column must hold the platform's ids, the students' names, logins or addresses, or the names of"
                + " the folders; --force grades all the same, without the list.");
    }
}

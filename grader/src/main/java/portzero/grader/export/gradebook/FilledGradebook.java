package portzero.grader.export.gradebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import portzero.grader.export.ExportException;
import portzero.grader.export.Exported;
import portzero.grader.export.ResultExporter;
import portzero.grader.io.AtomicFile;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo.Suite;
import portzero.grader.roster.Roster;
import portzero.grader.text.DisplayName;

/**
 * A copy of the gradebook that a platform exported, with the scores of one lab in it and every other byte as it was.
 *
 * <p>Says who was found by which column, who is on one side only, which grades were replaced, and what was left alone.
 */
public final class FilledGradebook implements ResultExporter {

    /** How a platform's file is understood. */
    private interface Format {
        GradeTable read(CsvDocument csv, Optional<String> column, Suite lab) throws ExportException;
    }

    private final Format format;
    private final Path file;
    private final Path target;
    private final Suite lab;
    private final Roster roster;
    private final FillOptions options;
    private final List<GradedStudent> students = new ArrayList<>();

    private FilledGradebook(Format format, Path file, Path target, Suite lab, Roster roster, FillOptions options) {
        this.format = format;
        this.file = file;
        this.target = target;
        this.lab = lab;
        this.roster = roster;
        this.options = options;
    }

    /** The export of Canvas's gradebook. */
    public static FilledGradebook canvas(Path file, Path target, Suite lab, Roster roster, FillOptions options) {
        return new FilledGradebook(CanvasGradebook::read, file, target, lab, roster, options);
    }

    /** The grading worksheet of an assignment in Moodle, or the export of Moodle's gradebook. */
    public static FilledGradebook moodle(Path file, Path target, Suite lab, Roster roster, FillOptions options) {
        return new FilledGradebook(MoodleGradebook::read, file, target, lab, roster, options);
    }

    @Override
    public void add(Result result) {
        if (result.lab().equals(lab.lab())) {
            students.add(GradedStudent.of(result, roster));
        }
    }

    @Override
    public Exported finish() throws IOException, ExportException {
        CsvDocument csv = CsvDocument.read(file);
        GradeTable table = format.read(csv, options.column(), lab);
        StudentMatcher.Match match = new StudentMatcher(table, csv.headings(), students).match(only(csv.headings()));
        if (match.rows().isEmpty()) {
            throw nobody(table, csv);
        }
        refuseDoubtfulZeros(match);
        var filling = new Filling(csv, table, options);
        for (GradeTable.Row row : table.students()) {
            filling.fill(row, Optional.ofNullable(match.rows().get(row)));
        }
        AtomicFile.write(target, csv.bytes());
        return new Exported(target, match.rows().size(), notes(csv, table, match, filling));
    }

    private Optional<Integer> only(List<String> headings) throws ExportException {
        if (options.by().isEmpty()) {
            return Optional.empty();
        }
        String by = options.by().get().strip();
        return Optional.of(IntStream.range(0, headings.size())
                .filter(column -> headings.get(column).equalsIgnoreCase(by))
                .boxed()
                .findFirst()
                .orElseThrow(() -> new ExportException("--by " + DisplayName.name(by) + " is no column of " + file
                        + ". There are: " + DisplayName.names(headings) + ".")));
    }

    private ExportException nobody(GradeTable table, CsvDocument csv) {
        String theirs = DisplayName.names(table.students().stream()
                .limit(3)
                .map(row -> row.name() + " (" + row.value(table.ids().get(0)) + ")")
                .toList());
        String ours = DisplayName.names(
                students.stream().limit(3).map(GradedStudent::key).toList());
        return new ExportException(
                students.isEmpty()
                        ? "There are no results of " + lab.lab() + " in this folder; choose the lab with --lab."
                        : file + " names nobody who has a result. In the file: "
                                + (theirs.isEmpty() ? "nobody" : theirs)
                                + ". With results: " + ours
                                + ". Grade again with --resume and --roster, a list of the class"
                                + " that has both; the columns to find students by are "
                                + DisplayName.names(table.ids().stream()
                                        .map(csv.headings()::get)
                                        .toList()) + ".");
    }

    /** Somebody whom nobody could find would get a 0 for work that is there. */
    private void refuseDoubtfulZeros(StudentMatcher.Match match) throws ExportException {
        if (options.missingAsZero()
                && !(match.strangers().isEmpty() && match.doubts().isEmpty())) {
            List<String> who =
                    match.strangers().stream().map(GradedStudent::key).toList();
            throw new ExportException(
                    "--missing-as-zero is refused while a result may belong to somebody who would get a 0. "
                            + (who.isEmpty()
                                    ? String.join(". ", match.doubts())
                                    : "Results that fit no row: " + DisplayName.names(who))
                            + ". Export without it first, and see to those.");
        }
    }

    private List<String> notes(CsvDocument csv, GradeTable table, StudentMatcher.Match match, Filling filling) {
        List<String> notes = new ArrayList<>();
        String by = match.by().entrySet().stream()
                .map(entry -> entry.getValue() + " by " + entry.getKey())
                .collect(Collectors.joining(", "));
        notes.add("Column “" + DisplayName.name(csv.headings().get(table.grade())) + "”: filled for "
                + match.rows().size() + " of " + table.students().size()
                + (table.students().size() == 1 ? " student (" : " students (") + by + ").");
        match.doubts().forEach(doubt -> notes.add("Not filled, to be on the safe side: " + doubt + "."));
        people(
                notes,
                "In the file and without a result",
                filling.missing(),
                options.missingAsZero() ? "Those without a grade got 0" : "Their cells are as they were");
        people(
                notes,
                "With a result and not in the file",
                match.strangers().stream().map(GradedStudent::key).toList(),
                "Their scores are in no row");
        people(
                notes,
                "Grader errors, which are no score",
                filling.errors(),
                "Their cells are as they were; grade again with --resume, then export again");
        filling.refused()
                .forEach((why, who) -> people(notes, "Not filled because " + why, who, "Their cells are as they were"));
        people(
                notes,
                "Another grade was there",
                filling.replaced(),
                options.keep() ? "It was kept" : "It was replaced; --keep keeps what is there");
        return notes;
    }

    private static void people(List<String> notes, String what, List<String> who, String then) {
        if (!who.isEmpty()) {
            notes.add(what + " (" + who.size() + "): " + DisplayName.names(who) + ". " + then + ".");
        }
    }

    /** Puts scores into cells, and remembers what was special. */
    private static final class Filling {
        private final CsvDocument csv;
        private final GradeTable table;
        private final FillOptions options;
        private final List<String> missing = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();
        private final List<String> replaced = new ArrayList<>();
        private final Map<String, List<String>> refused = new TreeMap<>();

        Filling(CsvDocument csv, GradeTable table, FillOptions options) {
            this.csv = csv;
            this.table = table;
            this.options = options;
        }

        void fill(GradeTable.Row row, Optional<GradedStudent> student) throws ExportException {
            String there = row.value(table.grade());
            if (student.isEmpty()) {
                missing.add(row.name());
                if (options.missingAsZero() && isNone(there) && refusal(row).isEmpty()) {
                    put(row, "0");
                }
            } else if (student.get().score().isEmpty()) {
                errors.add(row.name());
            } else if (refusal(row).isPresent()) {
                refused.computeIfAbsent(refusal(row).get(), none -> new ArrayList<>())
                        .add(row.name());
            } else {
                put(row, there, points(row, student.get()));
            }
        }

        private Optional<String> refusal(GradeTable.Row row) {
            return table.grade() < row.cells().size() ? row.refusal() : Optional.of("the row ends before that column");
        }

        private String points(GradeTable.Row row, GradedStudent student) throws ExportException {
            int score = student.score().getAsInt();
            if (row.max().isEmpty() || row.max().getAsDouble() == student.max()) {
                return String.valueOf(score);
            }
            if (!options.scale()) {
                throw new ExportException("The column “"
                        + DisplayName.name(csv.headings().get(table.grade())) + "” is worth "
                        + GradeNumber.scaled(1, 1, row.max().getAsDouble(), false) + " points, the lab " + student.max()
                        + ". Add --scale to convert the scores, or make the assignment worth " + student.max() + " in "
                        + table.platform() + " and download the file again.");
            }
            return GradeNumber.scaled(score, student.max(), row.max().getAsDouble(), table.decimalComma());
        }

        private void put(GradeTable.Row row, String there, String points) {
            OptionalDouble before = GradeNumber.parse(there);
            boolean same = before.isPresent()
                    && before.getAsDouble() == GradeNumber.parse(points).orElse(Double.NaN);
            if (!isNone(there) && !same) {
                replaced.add(row.name() + " " + there + " → " + points);
            }
            if (!same && (isNone(there) || !options.keep())) {
                put(row, points);
            }
        }

        /** Canvas writes an empty cell or a hyphen, Moodle's gradebook a hyphen. */
        private static boolean isNone(String there) {
            return there.isEmpty() || there.equals("-");
        }

        private void put(GradeTable.Row row, String points) {
            csv.replace(row.cells().get(table.grade()), points);
        }

        List<String> missing() {
            return missing;
        }

        List<String> errors() {
            return errors;
        }

        List<String> replaced() {
            return replaced;
        }

        Map<String, List<String>> refused() {
            return refused;
        }
    }
}

package portzero.grader.export.gradebook;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A gradebook as a platform exported it, understood.
 *
 * @param platform whose it is, {@code Canvas}
 * @param ids the columns that tell students apart, the surest first
 * @param names the column of whole names, or those of their two parts
 * @param platformIds the column of the ids that are in the names of downloaded submissions, or -1
 * @param grade the column to fill
 * @param decimalComma whether 8.5 is written 8,5
 * @param students the rows of students
 */
record GradeTable(
        String platform,
        List<Integer> ids,
        List<Integer> names,
        int platformIds,
        int grade,
        boolean decimalComma,
        List<Row> students) {

    GradeTable {
        ids = List.copyOf(ids);
        names = List.copyOf(names);
        students = List.copyOf(students);
    }

    /**
     * The row of a student.
     *
     * @param name the whole name, or empty
     * @param max what the platform takes at most, if it says so
     * @param refusal why the cell may not be filled, if it may not
     */
    record Row(List<CsvDocument.Cell> cells, String name, OptionalDouble max, Optional<String> refusal) {
        Row {
            cells = List.copyOf(cells);
        }

        /** Where the row begins in its file tells it from all others. */
        private int start() {
            return cells.get(0).start();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row row && row.start() == start();
        }

        @Override
        public int hashCode() {
            return start();
        }

        /** What a cell says; empty where the row is too short to have it. */
        String value(int column) {
            return column >= 0 && column < cells.size()
                    ? cells.get(column).value().strip()
                    : "";
        }
    }
}

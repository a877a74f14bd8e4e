package portzero.grader.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Moodle takes from a grading worksheet that is uploaded, and from a zip of feedback files. */
public final class MoodleImporter {
    private static final int PARTS = 5;

    private MoodleImporter() {}

    /** The grades by participants' numbers; rows that Moodle passes over in silence are left out, and one grade too high ends it. */
    public static Map<String, Double> grades(byte[] csv) throws IOException {
        String text = new String(csv, StandardCharsets.UTF_8);
        List<CsvRecord> rows;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            rows = reader.stream().toList();
        }
        List<String> headings = rows.get(0).getFields();
        assertThat(headings).contains("Identifier", "Grade", "Maximum grade", "Grade can be changed");
        Map<String, Double> grades = new HashMap<>();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            assertThat(row.getFieldCount()).isEqualTo(headings.size());
            String participant = row.getField(headings.indexOf("Identifier"));
            assertThat(participant).matches("Participant \\d+");
            String grade = row.getField(headings.indexOf("Grade")).replace(',', '.');
            boolean locked =
                    row.getField(headings.indexOf("Grade can be changed")).equals("No");
            if (!grade.isEmpty() && !locked) {
                double points = Double.parseDouble(grade);
                double max = Double.parseDouble(
                        row.getField(headings.indexOf("Maximum grade")).replace(',', '.'));
                assertThat(points).isBetween(0.0, max);
                assertThat(grades.put(participant.substring(participant.indexOf(' ') + 1), points))
                        .isNull();
            }
        }
        return grades;
    }

    /** Whose feedback a file is: each part of its path is taken apart at the underscores; empty if it would be passed over. */
    static String participant(String path) {
        for (String part : path.split("/", -1)) {
            String[] info = part.split("_", PARTS);
            if (info.length >= 4
                    && info[1].matches("\\d+")
                    && info[2].equals("assignsubmission")
                    && info[3].equals("file")) {
                return info[1];
            }
        }
        return "";
    }
}

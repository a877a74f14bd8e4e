package portzero.grader.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Canvas takes from a gradebook that is uploaded. */
public final class CanvasImporter {
    private static final Pattern ASSIGNMENT = Pattern.compile(".* \\((\\d+)\\)");
    private static final String OTHERS =
            "Student|ID|SIS User ID|SIS Login ID|Integration ID|Section|.*(Current|Final) (Score|Points|Grade).*";

    private CanvasImporter() {}

    /** The grades of one assignment by Canvas's ids of students; those of empty cells are not changed. */
    public static Map<String, String> grades(byte[] csv, String assignment) throws IOException {
        String text = new String(csv, StandardCharsets.UTF_8);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        char separator = plain.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        List<CsvRecord> rows;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(plain)) {
            rows = reader.stream().toList();
        }
        List<String> headings = rows.get(0).getFields();
        int column = -1;
        for (int i = 0; i < headings.size(); i++) {
            Matcher known = ASSIGNMENT.matcher(headings.get(i));
            if (known.matches() && known.group(1).equals(assignment)) {
                column = i;
            } else {
                assertThat(known.matches() || headings.get(i).matches(OTHERS))
                        .as("“%s” would become a new assignment", headings.get(i))
                        .isTrue();
            }
        }
        assertThat(column).isNotNegative();
        Map<String, String> grades = new HashMap<>();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            String id = row.getField(headings.indexOf("ID"));
            String grade = row.getField(column);
            if (!id.isEmpty() && !grade.isEmpty() && !grade.equals("-")) {
                assertThat(grade).matches("EX|-?\\d+([.,]\\d{1,2})?");
                assertThat(grades.put(id, grade.replace(',', '.'))).isNull();
            }
        }
        return grades;
    }
}

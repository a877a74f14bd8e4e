package portzero.grader.export.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.export.ExportException;

class CsvDocumentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,\n",
                "\uFEFFa,b\r\n1,\"x\"\r\n",
                "sep=;\r\na;b\r\n\r\n1;\"x;y\"\r\n;\r\n",
                "a\tb\r1\t2",
                "\"a\"\"q\",\"b\nc\"\n\"1\" ,\n\n\n",
                "a,b\n1,2\n3\n",
            })
    void nothing_replaced_is_nothing_changed(String text) throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            boolean marked = charset.equals(StandardCharsets.UTF_8) || text.startsWith("\uFEFF");
            byte[] bytes = (marked ? text : "\uFEFF" + text).getBytes(charset);
            assertThat(CsvDocument.of(bytes, "file").bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void any_bytes_come_back_as_they_were() {
        var random = new Random(7);
        String alphabet = "ab1,;\t\"\"\n\r\u00e4\ud83d\ude00";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder("x,y\n");
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (i % 3 == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(CsvDocument.of(bytes, "file").bytes()).isEqualTo(bytes);
            } catch (ExportException e) {
                assertThat(e).hasMessageContaining("file");
            }
        }
    }

    @Test
    void only_the_cell_changes_and_keeps_its_quotes() throws Exception {
        assertThat(replaced("a,b,c\r\n1,\"\",\"x\"\r\n2,,y", 0, 1, "85")).isEqualTo("a,b,c\r\n1,\"85\",\"x\"\r\n2,,y");
        assertThat(replaced("a,b,c\r\n1,\"\",\"x\"\r\n2,,y", 1, 1, "85")).isEqualTo("a,b,c\r\n1,\"\",\"x\"\r\n2,85,y");
        assertThat(replaced("a,b\n1,", 0, 1, "8,5")).isEqualTo("a,b\n1,\"8,5\"");
        assertThat(replaced("a;b\n1;2", 0, 1, "8,5")).isEqualTo("a;b\n1;8,5");
    }

    @Test
    void the_separator_is_the_one_that_makes_a_table() throws Exception {
        assertThat(CsvDocument.of("Name, with commas, and more;b\n\"a, b\";2\n".getBytes(StandardCharsets.UTF_8), "f")
                        .headings())
                .containsExactly("Name, with commas, and more", "b");
    }

    @Test
    void windows_1252_is_read_as_such() throws Exception {
        byte[] bytes = "Name,b\nM\u00fcller \u201cJ\u201d,\n".getBytes(Charset.forName("windows-1252"));
        CsvDocument csv = CsvDocument.of(bytes, "file");
        assertThat(csv.body().get(0).get(0).value()).isEqualTo("M\u00fcller \u201cJ\u201d");
        assertThat(csv.bytes()).isEqualTo(bytes);
    }

    @Test
    void what_is_no_table_is_refused_with_the_remedy() {
        refused("PK\u0003\u0004…", "as CSV");
        refused("", "headings");
        refused("one column\nonly\n", "headings");
    }

    private static void refused(String text, String remedy) {
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> CsvDocument.of(text.getBytes(StandardCharsets.UTF_8), "grades.csv"))
                .withMessageStartingWith("grades.csv")
                .withMessageContaining(remedy);
    }

    private static String replaced(String text, int row, int column, String value) throws Exception {
        CsvDocument csv = CsvDocument.of(text.getBytes(StandardCharsets.UTF_8), "file");
        csv.replace(csv.body().get(row).get(column), value);
        return new String(csv.bytes(), StandardCharsets.UTF_8);
    }
}

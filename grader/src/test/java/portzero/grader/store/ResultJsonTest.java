package portzero.grader.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import portzero.grader.result.Receipt;
import portzero.grader.result.Result;
import portzero.grader.result.Verdict;

class ResultJsonTest {

    @Test
    void a_result_is_written_in_the_order_of_its_format_with_nulls() {
        assertThat(json(SampleResult.result("ada", Verdict.REJECTED, 0))).isEqualTo("""
                {
                  "schema": 1,
                  "lab": "lab02-echo",
                  "student": "ada",
                  "name": "ada",
                  "submission": "%1$s",
                  "suite": "%1$s",
                  "seed": "7f3a",
                  "receipt": null,
                  "verdict": "REJECTED",
                  "reason": "One sentence.",
                  "score": 0,
                  "max": 100,
                  "seconds": 0.422,
                  "tests": [],
                  "diagnostics": [
                    "ignored: pom.xml"
                  ]
                }
                """.formatted(SampleResult.SHA));
        assertThat(json(SampleResult.graded("ada", 1))).contains("\"reason\": null,");
    }

    @Test
    void what_is_written_is_read_back() {
        Result result = SampleResult.graded("Größe 🙂", 85);
        assertThat(ResultJson.read(ResultJson.write(result), Result.class)).isEqualTo(result);
    }

    @Test
    void a_receipt_is_read_back_and_one_of_an_older_version_is_not_missed() {
        Result result = SampleResult.graded("ada", 85);
        Result late = result.of("bob", "Bob", new Receipt(true, "2026-11-20T13:45:12", 2, 3));
        assertThat(ResultJson.read(ResultJson.write(late), Result.class)).isEqualTo(late);
        String older = json(result).replace(",\n  \"receipt\": null", "");
        assertThat(older).doesNotContain("receipt");
        assertThat(ResultJson.read(older.getBytes(StandardCharsets.UTF_8), Result.class))
                .isEqualTo(result);
    }

    @Test
    void invisible_characters_are_escaped_and_read_back() {
        String hostile = "\u001b\u007f\u009b\u202e\u2028\u2029\ufeff\u200b";
        String json = json(hostile);
        assertThat(json).isEqualToIgnoringCase("\"\\u001B\\u007F\\u009b\\u202e\\u2028\\u2029\\ufeff\\u200b\"\n");
        assertThat(ResultJson.read(json.getBytes(StandardCharsets.UTF_8), String.class))
                .isEqualTo(hostile);
    }

    @Test
    void an_unpaired_surrogate_survives() {
        assertThat(ResultJson.read(ResultJson.write("a\ud800b"), String.class)).isEqualTo("a\ud800b");
    }

    private static String json(Object value) {
        return new String(ResultJson.write(value), StandardCharsets.UTF_8);
    }
}

package portzero.grader.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.result.Receipt;
import portzero.grader.result.ReportSettings;
import portzero.grader.result.Result;
import portzero.grader.result.Verdict;

class SchemaTest {
    private final Schema results = schema("result.schema.json");
    private final Schema runs = schema("run.schema.json");

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void every_verdict_keeps_to_the_schema(Verdict verdict) {
        int score = verdict == Verdict.GRADED ? 85 : 0;
        assertThat(faults(results, json(SampleResult.result("ada", verdict, score))))
                .isEmpty();
    }

    @Test
    void a_receipt_keeps_to_the_schema() {
        Result late = SampleResult.graded("ada", 85).of("bob", "Bob", new Receipt(true, "2026-11-20T13:45:12", 2, 3));
        assertThat(faults(results, json(late))).isEmpty();
        assertThat(faults(results, json(late).replace("\"attempt\": 2", "\"attempt\": 0")))
                .contains("attempt");
    }

    @Test
    void a_run_keeps_to_the_schema() {
        assertThat(faults(runs, json(SampleResult.run()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://notes.example/", ""})
    void settings_keep_to_the_schema(String notes) {
        Schema settings = schema("report.schema.json");
        assertThat(faults(settings, json(new ReportSettings(1, notes.isEmpty() ? null : notes))))
                .isEmpty();
        assertThat(faults(settings, json(new ReportSettings(1, "javascript:alert(1)"))))
                .contains("notes");
    }

    @Test
    void the_schema_notices_what_is_missing_wrong_or_new() {
        String json = json(SampleResult.graded("ada", 85));
        assertThat(faults(results, json.replace("\"seed\"", "\"sead\"")))
                .contains("sead")
                .contains("seed");
        assertThat(faults(results, json.replace("FAILED", "BROKEN"))).contains("outcome");
        assertThat(faults(results, json.replace("\"CONNECT\"", "\"BIND\""))).contains("kind");
        assertThat(faults(results, json.replace("\"GRADED\"", "\"REJECTED\""))).contains("reason");
        assertThat(faults(results, json.replace("\"student\": \"ada\"", "\"student\": \"../ada\"")))
                .contains("student");
    }

    private static String faults(Schema schema, String json) {
        var faults = schema.validate(json, InputFormat.JSON);
        return faults.isEmpty() ? "" : faults.toString();
    }

    private static String json(Object value) {
        return new String(ResultJson.write(value), StandardCharsets.UTF_8);
    }

    private static Schema schema(String name) {
        try (InputStream in = requireNonNull(SchemaTest.class.getResourceAsStream("/portzero/schema/" + name))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

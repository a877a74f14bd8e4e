package portzero.grader.cli;

import static java.util.Objects.requireNonNull;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The schemas that the grader's files and outputs keep to. */
final class JsonSchemas {

    private JsonSchemas() {}

    /** What is wrong with a text by a schema; empty if nothing is. */
    static String faults(String schema, String json) {
        try (InputStream in = requireNonNull(JsonSchemas.class.getResourceAsStream("/portzero/schema/" + schema))) {
            var faults = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in)
                    .validate(json, InputFormat.JSON);
            return faults.isEmpty() ? "" : faults.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

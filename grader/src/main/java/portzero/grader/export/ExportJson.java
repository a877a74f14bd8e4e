package portzero.grader.export;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Objects as JSON: fields in their order, line feeds, UTF-8. Thread-safe. */
final class ExportJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ExportJson() {}

    static byte[] write(Map<String, ?> object) {
        // By way of a string: the writer of bytes gives up on an unpaired surrogate.
        return (MAPPER.writeValueAsString(object).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }
}

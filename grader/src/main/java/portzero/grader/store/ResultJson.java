package portzero.grader.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import portzero.grader.result.Result;
import portzero.grader.text.SafeText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How results look as JSON: fields in the order of the records, null written as null, line feeds on
 * every system, and no invisible character unescaped. Thread-safe.
 */
final class ResultJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .characterEscapes(new InvisibleEscapes())
                    .build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writer().with(printer());
    private static final ObjectReader READER = MAPPER.reader();

    /** Fields that files of older versions of the same format have not; null stands for what nobody wrote. */
    private static final List<String> ADDED = List.of("receipt");

    private ResultJson() {}

    static byte[] write(Object value) {
        // By way of a string: the writer of bytes gives up on an unpaired surrogate, which Java allows.
        return (WRITER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws JacksonException if the bytes are not JSON or not of this shape */
    static <T> T read(byte[] json, Class<T> type) {
        try {
            return complete(json, type);
        } catch (MismatchedInputException e) {
            if (type.equals(Result.class)
                    && READER.readTree(json) instanceof ObjectNode older
                    && !ADDED.stream().allMatch(older::has)) {
                ADDED.stream().filter(name -> !older.has(name)).forEach(older::putNull);
                return complete(write(older), type);
            }
            throw e;
        }
    }

    private static <T> T complete(byte[] json, Class<T> type) {
        T value = READER.forType(type).readValue(json);
        if (value == null) {
            throw DatabindException.from((JsonParser) null, "the file says null");
        }
        return value;
    }

    private static DefaultPrettyPrinter printer() {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    /** Escapes what an editor or a terminal would not show, beside what JSON asks for. */
    private static final class InvisibleEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private static final int DELETE = 0x7f;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        /** Half a surrogate pair is escaped as well: an unpaired one then survives the round trip. */
        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return c > DELETE && SafeText.isInvisible(c) ? new SerializedString(String.format("\\u%04x", c)) : null;
        }
    }
}

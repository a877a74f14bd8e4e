package portzero.snippets.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What stands before the body: one line, and fields. RFC 9112, section 2.1.
 *
 * @param first the request line or the status line
 * @param fields by name, in lower case; several values of a name are joined by a comma
 */
record Head(String first, Map<String, String> fields) {
    private static final int MAX_LINE = 8000; // RFC 9112, section 3, recommends as much at least
    private static final int MAX_FIELDS = 100;

    // snippet: read
    /** Empty when the stream ended before it began. */
    static Optional<Head> read(InputStream in) throws IOException {
        var first = new ByteArrayOutputStream();
        if (!readLine(in, first)) {
            return Optional.empty();
        }
        var fields = new HashMap<String, String>();
        for (var count = 0; count <= MAX_FIELDS; count++) {
            var line = new ByteArrayOutputStream();
            if (!readLine(in, line)) {
                throw new EOFException("The stream ended within the head");
            }
            if (line.size() == 0) {
                return Optional.of(new Head(first.toString(ISO_8859_1), Map.copyOf(fields)));
            }
            addField(line.toString(ISO_8859_1), fields);
        }
        throw new ProtocolException("More than " + MAX_FIELDS + " fields");
    }
    // end

    private static void addField(String line, Map<String, String> fields) throws ProtocolException {
        var colon = line.indexOf(':');
        if (colon < 1 || line.substring(0, colon).contains(" ")) {
            throw new ProtocolException("Not a field: " + line);
        }
        var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        fields.merge(name, line.substring(colon + 1).strip(), (one, other) -> one + ", " + other);
    }

    // snippet: line
    /** Reads up to the LF and drops it, and a CR before it; false when the stream had ended already. */
    static boolean readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        var cr = false;
        for (int b; (b = in.read()) != '\n'; cr = b == '\r') {
            if (b == -1 && line.size() == 0 && !cr) {
                return false;
            }
            if (b == -1) {
                throw new EOFException("The stream ended within a line");
            }
            if (cr || line.size() == MAX_LINE) {
                throw new ProtocolException(cr ? "A CR without LF" : "A line of more than " + MAX_LINE + " bytes");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return true;
    }
    // end
}

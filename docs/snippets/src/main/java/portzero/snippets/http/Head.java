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
        var first = readLine(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var fields = new HashMap<String, String>();
        for (var count = 0; count <= MAX_FIELDS; count++) {
            var line = readLine(in).orElseThrow(() -> new EOFException("The stream ended within the head"));
            if (line.isEmpty()) {
                return Optional.of(new Head(first.get(), Map.copyOf(fields)));
            }
            addField(line, fields);
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
    /** The next line without its end; empty when the stream had ended already. */
    static Optional<String> readLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) != '\n') {
            if (b == -1 && line.size() == 0) {
                return Optional.empty();
            }
            if (b == -1) {
                throw new EOFException("The stream ended within a line");
            }
            if (line.size() == MAX_LINE) {
                throw new ProtocolException("A line of more than " + MAX_LINE + " bytes");
            }
            line.write(b);
        }
        var text = line.toString(ISO_8859_1);
        var withoutCr = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        if (withoutCr.contains("\r")) { // for another reader this may be a line end
            throw new ProtocolException("A CR without LF");
        }
        return Optional.of(withoutCr);
    }
    // end
}

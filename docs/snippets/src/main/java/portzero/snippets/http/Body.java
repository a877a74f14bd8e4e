package portzero.snippets.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Map;

/** Where a body ends. RFC 9112, section 6.3. */
final class Body {
    private static final int MAX = 1 << 20;

    private Body() {}

    // snippet: request
    static byte[] ofRequest(InputStream in, Map<String, String> fields) throws IOException {
        return isFramed(fields) ? framed(in, fields) : new byte[0]; // no length is a length of 0
    }
    // end

    // snippet: response
    static byte[] ofResponse(InputStream in, Map<String, String> fields) throws IOException {
        return isFramed(fields) ? framed(in, fields) : in.readNBytes(MAX); // until the end
    }
    // end

    private static boolean isFramed(Map<String, String> fields) {
        return fields.containsKey("transfer-encoding") || fields.containsKey("content-length");
    }

    // snippet: framed
    private static byte[] framed(InputStream in, Map<String, String> fields) throws IOException {
        var encoding = fields.get("transfer-encoding");
        var length = fields.get("content-length");
        if (encoding == null && length != null) {
            return exactly(number(length, 10), in);
        }
        if (length != null || !"chunked".equalsIgnoreCase(encoding)) { // both: somebody is playing tricks
            throw new ProtocolException("Do not know where this body ends");
        }
        return chunks(in);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = number(line(in).split(";", 2)[0].strip(), 16); // behind the ; are extensions
            if (size == 0) {
                break;
            }
            body.writeBytes(exactly(size, in));
            if (body.size() > MAX) {
                throw new ProtocolException("A body of more than " + MAX + " bytes");
            }
            line(in); // the CRLF behind the chunk
        }
        while (!line(in).isEmpty()) {
            // a trailer field
        }
        return body.toByteArray();
    }
    // end

    // snippet: exactly
    private static byte[] exactly(int length, InputStream in) throws IOException {
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("The stream ended after " + body.length + " of " + length + " bytes");
        }
        return body;
    }

    private static int number(String digits, int radix) throws ProtocolException {
        try {
            if (digits.matches("[0-9a-fA-F]{1,7}")) { // no sign, no space, no overflow
                var length = Integer.parseInt(digits, radix);
                if (length <= MAX) {
                    return length;
                }
            }
        } catch (NumberFormatException e) {
            // hexadecimal digits in a decimal number: refused like the others
        }
        throw new ProtocolException("Not a length from 0 to " + MAX + ": " + digits);
    }
    // end

    private static String line(InputStream in) throws IOException {
        return Head.readLine(in).orElseThrow(() -> new EOFException("The stream ended between chunks"));
    }
}

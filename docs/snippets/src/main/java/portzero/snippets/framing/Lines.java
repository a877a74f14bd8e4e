package portzero.snippets.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Optional;

/** The lines of a connection: one object for as long as the connection lives. */
final class Lines {
    private static final int MAX_LENGTH = 1000;

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int next;
    private int end;

    Lines(InputStream in) {
        this.in = in;
    }

    // snippet: line
    /** The next line without its end; empty when the stream has ended between two lines. */
    Optional<String> read() throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            int b = readByte();
            if (b == '\n') {
                return Optional.of(withoutCr(line.toString(UTF_8))); // decoded when it is whole
            }
            if (b == -1 && line.size() == 0) {
                return Optional.empty();
            }
            if (b == -1) {
                throw new EOFException("The stream ended within a line");
            }
            if (line.size() == MAX_LENGTH) {
                throw new ProtocolException("A line of more than " + MAX_LENGTH + " bytes");
            }
            line.write(b);
        }
    }

    /** The next byte of the buffer, which is filled when it is empty; −1 at the end of the stream. */
    private int readByte() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
        }
        return next == end ? -1 : buffer[next++] & 0xff;
    }
    // end

    private static String withoutCr(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}

package portzero.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Optional;

/**
 * A connection that carries lines, on a reader and a writer, which decode and encode.
 *
 * <p>One reader for the whole connection keeps what it has read too much, the first bytes of a character among it. Its
 * {@code readLine} is of no use here: it ends a line at a lone CR and at the end of the stream, and knows no maximum.
 */
public class LineSocket implements LineClient {

    private final Socket socket = new Socket();
    private Reader in = Reader.nullReader();
    private Writer out = Writer.nullWriter();

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), UTF_8));
    }

    @Override
    public void send(String line) throws IOException {
        if (line.contains("\r") || line.contains("\n") || line.getBytes(UTF_8).length > MAX_LENGTH) {
            throw new IllegalArgumentException("not a single line of at most " + MAX_LENGTH + " bytes");
        }
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public Optional<String> receive() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (int bytes = 0; c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The stream ended after \"" + line + "\"");
            }
            line.append((char) c);
            bytes += size(c);
            if (bytes > MAX_LENGTH + 1) {
                throw new ProtocolException("A line without an end");
            }
        }
        return Optional.of(withoutReturn(line.toString()));
    }

    /** How many bytes a char takes in UTF-8; each half of a pair of surrogates counts for half of four. */
    private static int size(int c) {
        return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate((char) c) ? 2 : 3;
    }

    private static String withoutReturn(String line) throws ProtocolException {
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (text.getBytes(UTF_8).length > MAX_LENGTH) {
            throw new ProtocolException("A line above the maximum");
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

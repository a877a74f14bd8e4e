package portzero.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A connection that carries lines. Each read is taken apart at once, and whole lines wait in a queue. */
public class LineSocket implements LineClient {

    private final Socket socket = new Socket();
    private final Deque<byte[]> lines = new ArrayDeque<>(); // with the CR, without the LF
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final byte[] block = new byte[4096];

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
    }

    @Override
    public void send(String line) throws IOException {
        if (line.chars().anyMatch(c -> c == '\r' || c == '\n')) {
            throw new IllegalArgumentException("more than one line");
        }
        byte[] bytes = (line + "\r\n").getBytes(UTF_8);
        if (bytes.length > MAX_LENGTH + 2) {
            throw new IllegalArgumentException("too long");
        }
        socket.getOutputStream().write(bytes);
    }

    @Override
    public Optional<String> receive() throws IOException {
        InputStream in = socket.getInputStream();
        while (lines.isEmpty()) {
            int n = in.read(block);
            if (n < 0) {
                if (begun.size() > 0) {
                    throw new EOFException("The last line has no end");
                }
                return Optional.empty();
            }
            split(n);
            if (lines.isEmpty() && begun.size() > MAX_LENGTH + 1) {
                throw new ProtocolException("This line goes on and on");
            }
        }
        return Optional.of(text(lines.remove()));
    }

    private void split(int n) {
        int from = 0;
        for (int i = 0; i < n; i++) {
            if (block[i] == '\n') {
                begun.write(block, from, i - from);
                lines.add(begun.toByteArray());
                begun.reset();
                from = i + 1;
            }
        }
        begun.write(block, from, n - from);
    }

    private static String text(byte[] line) throws ProtocolException {
        int length = line.length;
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        if (length > MAX_LENGTH) {
            throw new ProtocolException("A line of " + length + " bytes");
        }
        return new String(line, 0, length, UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

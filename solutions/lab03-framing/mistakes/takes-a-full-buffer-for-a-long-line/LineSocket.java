package portzero.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;

public class LineSocket implements LineClient {

    private final Socket socket = new Socket();

    private final byte[] buffer = new byte[MAX_LENGTH + 2];
    private int begin;
    private int end;

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
    }

    @Override
    public void send(String line) throws IOException {
        if (line.contains("\r") || line.contains("\n")) {
            throw new IllegalArgumentException("a line must not hold a line end: it would be two lines");
        }
        byte[] text = line.getBytes(UTF_8);
        if (text.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a line must have at most " + MAX_LENGTH + " bytes but has " + text.length);
        }
        byte[] message = Arrays.copyOf(text, text.length + 2);
        message[text.length] = '\r';
        message[text.length + 1] = '\n';
        socket.getOutputStream().write(message);
    }

    @Override
    public Optional<String> receive() throws IOException {
        if (begin == end) {
            begin = 0;
            end = 0;
        }
        for (int at = begin; ; at++) {
            if (at == end && !fill()) {
                return Optional.empty();
            }
            if (buffer[at] == '\n') {
                byte[] line = Arrays.copyOfRange(buffer, begin, at);
                begin = at + 1;
                return Optional.of(text(line));
            }
        }
    }

    private boolean fill() throws IOException {
        if (end == buffer.length) {
            throw tooLong();
        }
        int read = socket.getInputStream().read(buffer, end, buffer.length - end);
        if (read == -1 && end > begin) {
            throw new EOFException("The stream ended within a line, after " + (end - begin) + " bytes of it");
        }
        end += Math.max(read, 0);
        return read != -1;
    }

    private static String text(byte[] line) throws ProtocolException {
        boolean hasReturn = line.length > 0 && line[line.length - 1] == '\r';
        int length = hasReturn ? line.length - 1 : line.length;
        if (length > MAX_LENGTH) {
            throw tooLong();
        }
        return new String(line, 0, length, UTF_8);
    }

    private static ProtocolException tooLong() {
        return new ProtocolException("A line has more than " + MAX_LENGTH + " bytes");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

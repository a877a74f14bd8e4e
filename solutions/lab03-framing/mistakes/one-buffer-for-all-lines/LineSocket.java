package portzero.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;

public class LineSocket implements LineClient {

    private static final byte[] AHEAD = new byte[4096];

    private final Socket socket = new Socket();
    private int position;
    private int limit;

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
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = next(); b != '\n'; b = next()) {
            if (b == -1) {
                checkNothingIn(line);
                return Optional.empty();
            }
            line.write(b);
            if (line.size() > MAX_LENGTH + 1) {
                throw tooLong();
            }
        }
        return Optional.of(text(line.toByteArray()));
    }

    private int next() throws IOException {
        if (position == limit) {
            int read = socket.getInputStream().read(AHEAD);
            if (read == -1) {
                return -1;
            }
            position = 0;
            limit = read;
        }
        return AHEAD[position++] & 0xff;
    }

    private static void checkNothingIn(ByteArrayOutputStream line) throws EOFException {
        if (line.size() > 0) {
            throw new EOFException("The stream ended within a line, after " + line.size() + " bytes of it");
        }
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

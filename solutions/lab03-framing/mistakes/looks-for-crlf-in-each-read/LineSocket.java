package portzero.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;

public class LineSocket implements LineClient {

    private final Socket socket = new Socket();
    private InputStream in;
    private OutputStream out;
    private byte[] rest = {};

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    @Override
    public void send(String line) throws IOException {
        byte[] bytes = line.getBytes(UTF_8);
        if (line.contains("\r") || line.contains("\n") || bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException("not a line");
        }
        out.write(bytes);
        out.write('\r');
        out.write('\n');
    }

    @Override
    public Optional<String> receive() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] chunk = rest;
        while (true) {
            for (int i = 0; i < chunk.length; i++) {
                if (chunk[i] == '\n') {
                    rest = Arrays.copyOfRange(chunk, i + 1, chunk.length);
                    line.write(chunk, 0, i > 0 && chunk[i - 1] == '\r' ? i - 1 : i);
                    return Optional.of(checked(line).toString(UTF_8));
                }
            }
            line.write(chunk, 0, chunk.length);
            if (line.size() > MAX_LENGTH + 1) {
                throw new ProtocolException("too long");
            }
            byte[] buffer = new byte[MAX_LENGTH + 2];
            int n = in.read(buffer);
            if (n < 0 && line.size() == 0) {
                return Optional.empty();
            }
            if (n < 0) {
                throw new EOFException();
            }
            chunk = Arrays.copyOf(buffer, n);
        }
    }

    private static ByteArrayOutputStream checked(ByteArrayOutputStream line) throws ProtocolException {
        if (line.size() > MAX_LENGTH) {
            throw new ProtocolException("too long");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package portzero.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Optional;

public class LineSocket implements LineClient {

    private final Socket socket = new Socket();
    private InputStream in;
    private OutputStream out;

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
        byte[] buffer = new byte[MAX_LENGTH + 2];
        int n = in.read(buffer);
        if (n < 0) {
            return Optional.empty();
        }
        String text = new String(buffer, 0, n, UTF_8);
        if (!text.endsWith("\n")) {
            throw text.length() > MAX_LENGTH ? new ProtocolException("too long") : new EOFException();
        }
        if (text.endsWith("\r\n")) {
            return Optional.of(text.substring(0, text.length() - 2));
        }
        return Optional.of(text.substring(0, text.length() - 1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

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
    private String pending = "";

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
        byte[] buffer = new byte[1024];
        while (pending.indexOf('\n') < 0) {
            if (pending.length() > MAX_LENGTH + 1) {
                throw new ProtocolException("too long");
            }
            int n = in.read(buffer);
            if (n < 0 && pending.isEmpty()) {
                return Optional.empty();
            }
            if (n < 0) {
                throw new EOFException();
            }
            pending += new String(buffer, 0, n, UTF_8);
        }
        int end = pending.indexOf('\n');
        String text = pending.substring(0, end);
        pending = pending.substring(end + 1);
        if (text.endsWith("\r")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.length() > MAX_LENGTH) {
            throw new ProtocolException("too long");
        }
        return Optional.of(text);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

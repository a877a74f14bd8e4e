package portzero.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
        in = new BufferedInputStream(socket.getInputStream());
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
        int b;
        while ((b = in.read()) != '\n') {
            if (b <= 0 && line.size() == 0) {
                return Optional.empty();
            }
            if (b <= 0) {
                throw new EOFException();
            }
            line.write(b);
            if (line.size() > MAX_LENGTH + 1) {
                throw new ProtocolException("too long");
            }
        }
        byte[] bytes = line.toByteArray();
        boolean cr = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        String text = new String(bytes, 0, cr ? bytes.length - 1 : bytes.length, UTF_8);
        if (text.getBytes(UTF_8).length > MAX_LENGTH) {
            throw new ProtocolException("too long");
        }
        return Optional.of(text);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

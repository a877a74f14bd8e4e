package portzero.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;

/** A connection that carries lines. It looks for the line end among bytes, and decodes whole lines only. */
public class LineSocket implements LineClient {

    private final Socket socket = new Socket();

    /** One buffer for the whole connection: what was read beyond a line is the beginning of the next. */
    private InputStream in = InputStream.nullInputStream();

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
        in = new BufferedInputStream(socket.getInputStream());
    }

    @Override
    public void send(String line) throws IOException {
        // TODO Task 6: Before that, refuse a text that is too long or holds a line end itself.
        byte[] text = line.getBytes(UTF_8);
        byte[] message = Arrays.copyOf(text, text.length + 2);
        message[text.length] = '\r';
        message[text.length + 1] = '\n';
        socket.getOutputStream().write(message);
    }

    @Override
    public Optional<String> receive() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        // TODO Task 6: Return Optional.empty() if the stream ends before the first byte of a line; throw if it ends
        // later.
        for (int b = in.read(); b != '\n' && b != -1; b = in.read()) { // in UTF-8 no other character holds the byte 10
            line.write(b); // TODO Task 6: Give up on a line that has become too long.
        }
        return Optional.of(text(line.toByteArray()));
    }

    private static String text(byte[] line) {
        boolean hasReturn = line.length > 0 && line[line.length - 1] == '\r';
        return new String(line, 0, hasReturn ? line.length - 1 : line.length, UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

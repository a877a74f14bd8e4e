package portzero.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

public class LineSocket implements LineClient {

    private final Socket socket = new Socket();
    private BufferedReader in;
    private OutputStream out;

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
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
        return Optional.ofNullable(in.readLine());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package portzero.echo;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** An echo client that collects every answer in the same array and returns a copy. */
public class EchoClient implements Client {

    private static final int MOST = 65_536;
    private static final byte[] BUFFER = new byte[MOST];

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(server);
            socket.getOutputStream().write(message);
            int length = socket.getInputStream().readNBytes(BUFFER, 0, message.length);
            if (length < message.length) {
                throw new EOFException(
                        "Server " + server + " ended its stream after " + length + " of " + message.length + " bytes");
            }
            return Arrays.copyOf(BUFFER, length);
        }
    }
}

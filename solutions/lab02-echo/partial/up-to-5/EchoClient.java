package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** An echo client that sends the whole message and then collects the whole answer. */
public class EchoClient implements Client {

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        // TODO Task 6: Throw an exception if the server ends its stream early.
        // TODO Task 6: Close the socket, whichever way you leave this method.
        Socket socket = new Socket();
        socket.connect(server);
        socket.getOutputStream().write(message);
        return socket.getInputStream().readNBytes(message.length); // reads as often as it takes
    }
}

package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Your echo client. What it has to do is said in {@link Client}. */
public class EchoClient implements Client {

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        // TODO Task 5: Connect to the server and send the message.
        // TODO Task 5: Read until as many bytes have come back as you sent, and return them.
        // TODO Task 5: Let the exception of a connection that fails reach the caller.
        // TODO Task 6: Throw an exception if the server ends its stream early.
        // TODO Task 6: Close the socket, whichever way you leave this method.
        throw new UnsupportedOperationException("write EchoClient.echo");
    }
}

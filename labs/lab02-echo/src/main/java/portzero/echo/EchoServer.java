package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Your echo server. What it has to do is said in {@link Server}. */
public class EchoServer implements Server {

    // TODO Task 1: Keep the listening socket in a field, so that close() can reach it.

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        // TODO Task 1: Open a socket that listens on the address, and return the address with its real port.
        // TODO Task 2: Before you return, start a thread that accepts a client and sends back what it sends.
        // TODO Task 3: Close the connection when the client has ended its stream, and accept the next client.
        // TODO Task 3: Let a connection that fails end that connection only.
        throw new UnsupportedOperationException("write EchoServer.start");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 4: Close the listening socket, if there is one, and let the thread end that waits for a client.
        throw new UnsupportedOperationException("write EchoServer.close");
    }
}

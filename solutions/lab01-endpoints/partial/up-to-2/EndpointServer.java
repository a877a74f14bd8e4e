package portzero.endpoints;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** Your server. What it has to do is said in {@link Server}. */
public class EndpointServer implements Server {

    // TODO Tasks 4 and 5: Keep the listening sockets in a field, so that close() can reach them.

    @Override
    public InetSocketAddress listen(Reach reach, int port) throws IOException {
        // TODO Task 4: Choose the address to bind to: loopback or the wildcard.
        // TODO Task 4: Open a socket that listens there, and return its address with the real port.
        // TODO Task 4: Close the socket if it cannot listen.
        throw new UnsupportedOperationException("write EndpointServer.listen");
    }

    @Override
    public List<InetSocketAddress> listenOnAll(List<InetSocketAddress> addresses) throws IOException {
        // TODO Task 5: Open a listening socket for each address, and return the real addresses.
        // TODO Task 5: If one of them fails, close those that are open, and throw.
        throw new UnsupportedOperationException("write EndpointServer.listenOnAll");
    }

    @Override
    public void close() throws IOException {
        // TODO Tasks 4 and 5: Close every listening socket.
        throw new UnsupportedOperationException("write EndpointServer.close");
    }
}

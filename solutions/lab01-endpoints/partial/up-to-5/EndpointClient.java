package portzero.endpoints;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** Your client. What it has to do is said in {@link Client}. */
public class EndpointClient implements Client {

    // TODO Task 6: Keep the connected socket in a field, so that close() can reach it.

    @Override
    public EndpointPair connect(List<InetSocketAddress> candidates) throws IOException {
        // TODO Task 6: Connect to the first candidate, and return both ends of the connection.
        // TODO Task 6: If that fails, close the socket, and try the next candidate with a new one.
        // TODO Task 6: Throw an exception if none is left, and if there was none to begin with.
        throw new UnsupportedOperationException("write EndpointClient.connect");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 6: Close the connection, if there is one.
        throw new UnsupportedOperationException("write EndpointClient.close");
    }
}

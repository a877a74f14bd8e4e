package portzero.endpoints;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** A client that tries one address after another, each with a socket of its own. */
public class EndpointClient implements Client {

    private Socket connection = new Socket(); // connected to nobody yet

    @Override
    public EndpointPair connect(List<InetSocketAddress> candidates) throws IOException {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one candidate to connect to");
        }
        IOException nobody = new ConnectException("None of " + candidates + " accepts a connection");
        for (InetSocketAddress candidate : candidates) {
            try {
                return connect(candidate);
            } catch (IOException failed) { // refused, unreachable, whatever: the next one may do better
                nobody.addSuppressed(failed);
            }
        }
        throw nobody;
    }

    private EndpointPair connect(InetSocketAddress candidate) throws IOException {
        Socket socket = new Socket(); // a socket whose connect has failed cannot be used again
        try {
            socket.connect(candidate);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
        connection = socket;
        InetSocketAddress local = new InetSocketAddress("127.0.0.1", socket.getLocalPort());
        return new EndpointPair(local, (InetSocketAddress) socket.getRemoteSocketAddress());
    }

    @Override
    public void close() throws IOException {
        connection.close(); // a second time it does nothing
    }
}

package portzero.endpoints;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** A client that tries one address after another, each with a socket of its own. */
public class EndpointClient implements Client {

    private Socket connection;

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
        Socket socket = new Socket();
        connection = socket;
        try {
            socket.connect(candidate);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
        return new EndpointPair((InetSocketAddress) socket.getLocalSocketAddress(), (InetSocketAddress)
                socket.getRemoteSocketAddress());
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.shutdownOutput();
            connection.close();
            connection = null;
        }
    }
}

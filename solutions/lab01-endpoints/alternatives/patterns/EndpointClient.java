package portzero.endpoints;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A client that goes through its candidates as a queue and collects why each of them failed. */
public class EndpointClient implements Client {

    private Closeable connection = () -> {}; // nothing to close before there is a connection

    @Override
    public EndpointPair connect(List<InetSocketAddress> candidates) throws IOException {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("nobody to connect to");
        }
        List<String> failures = new ArrayList<>();
        Deque<InetSocketAddress> left = new ArrayDeque<>(candidates);
        while (!left.isEmpty()) {
            InetSocketAddress next = left.remove();
            try {
                Socket socket = new Socket(next.getAddress(), next.getPort()); // closes itself if it cannot connect
                connection = socket;
                return new EndpointPair(new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort()), next);
            } catch (IOException failed) {
                failures.add(next + ": " + failed.getMessage());
            }
        }
        throw new NoRouteToHostException(String.join("; ", failures));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}

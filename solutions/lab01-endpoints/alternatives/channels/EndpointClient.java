package portzero.endpoints;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;

/** A client that connects with channels, and gives the failure of the last candidate as the reason. */
public class EndpointClient implements Client {

    private final Queue<SocketChannel> open = new ArrayDeque<>();

    @Override
    public EndpointPair connect(List<InetSocketAddress> candidates) throws IOException {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("no candidate was given");
        }
        SocketChannel connected = connectToOne(candidates.iterator());
        open.add(connected);
        return new EndpointPair(
                (InetSocketAddress) connected.getLocalAddress(), (InetSocketAddress) connected.getRemoteAddress());
    }

    private static SocketChannel connectToOne(Iterator<InetSocketAddress> candidates) throws IOException {
        while (true) {
            try {
                return SocketChannel.open(candidates.next()); // closes the channel if it cannot connect
            } catch (IOException failed) {
                if (!candidates.hasNext()) {
                    throw failed;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            open.remove().close();
        }
    }
}

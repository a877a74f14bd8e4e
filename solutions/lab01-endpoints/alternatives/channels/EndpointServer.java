package portzero.endpoints;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A server that listens with channels. */
public class EndpointServer implements Server {

    private final Deque<ServerSocketChannel> listeners = new ArrayDeque<>();

    @Override
    public InetSocketAddress listen(Reach reach, int port) throws IOException {
        InetAddress host =
                InetAddress.getByAddress(reach == Reach.EVERYONE ? new byte[] {0, 0, 0, 0} : new byte[] {127, 0, 0, 1});
        return open(new InetSocketAddress(host, port));
    }

    @Override
    public List<InetSocketAddress> listenOnAll(List<InetSocketAddress> addresses) throws IOException {
        List<InetSocketAddress> real = new ArrayList<>();
        boolean complete = false;
        try {
            for (InetSocketAddress address : addresses) {
                real.add(open(address));
            }
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
        return real;
    }

    private InetSocketAddress open(InetSocketAddress address) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            listener.bind(address);
        } catch (IOException failed) {
            listener.close();
            throw failed;
        }
        listeners.push(listener);
        return (InetSocketAddress) listener.getLocalAddress();
    }

    @Override
    public void close() throws IOException {
        while (!listeners.isEmpty()) {
            listeners.pop().close();
        }
    }
}

package portzero.endpoints;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** A server with a list of listening sockets. */
public class EndpointServer implements Server {

    private final List<ServerSocket> listeners = new ArrayList<>();
    private boolean closed;

    @Override
    public InetSocketAddress listen(Reach reach, int port) throws IOException {
        InetSocketAddress address = switch (reach) {
            case THIS_MACHINE -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            case EVERYONE -> new InetSocketAddress(port); // without an address: the wildcard
        };
        return bind(address);
    }

    @Override
    public List<InetSocketAddress> listenOnAll(List<InetSocketAddress> addresses) throws IOException {
        List<InetSocketAddress> bound = new ArrayList<>();
        try {
            for (InetSocketAddress address : addresses) {
                bound.add(bind(address));
            }
            return bound;
        } catch (IOException failed) {
            closeAll(); // the ones before it listen already
            throw failed;
        }
    }

    private InetSocketAddress bind(InetSocketAddress address) throws IOException {
        if (closed) {
            throw new SocketException("this server is closed");
        }
        ServerSocket listener = new ServerSocket();
        try {
            listener.bind(address);
        } catch (IOException failed) {
            listener.close(); // it does not listen, but it is open
            throw failed;
        }
        listeners.add(listener);
        return (InetSocketAddress) listener.getLocalSocketAddress(); // not “address”: its port may be 0
    }

    @Override
    public void close() throws IOException {
        closed = true;
        closeAll();
    }

    private void closeAll() throws IOException {
        for (ServerSocket listener : listeners) {
            listener.close(); // one that is closed already stays so
        }
    }
}

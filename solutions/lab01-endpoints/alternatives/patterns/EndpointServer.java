package portzero.endpoints;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** A server whose sockets are bound by their constructor, which closes them itself if that fails. */
public class EndpointServer implements Server {

    private static final int BACKLOG = 16; // connections that wait to be accepted

    private List<ServerSocket> open = List.of();

    @Override
    public InetSocketAddress listen(Reach reach, int port) throws IOException {
        ServerSocket socket = reach == Reach.THIS_MACHINE
                ? new ServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1"))
                : new ServerSocket(port, BACKLOG); // without an address: the wildcard
        open = List.of(socket);
        return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }

    @Override
    public List<InetSocketAddress> listenOnAll(List<InetSocketAddress> addresses) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (InetSocketAddress address : addresses) {
            try {
                sockets.add(new ServerSocket(address.getPort(), BACKLOG, address.getAddress()));
            } catch (IOException failed) {
                closeAll(sockets);
                throw failed;
            }
        }
        open = sockets;
        return sockets.stream()
                .map(socket -> new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        closeAll(open);
    }

    private static void closeAll(List<ServerSocket> sockets) throws IOException {
        for (ServerSocket socket : sockets) {
            socket.close(); // a second time it does nothing
        }
    }
}

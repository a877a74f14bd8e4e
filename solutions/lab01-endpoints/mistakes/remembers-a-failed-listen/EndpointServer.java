package portzero.endpoints;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

public class EndpointServer implements Server {

    private final List<ServerSocket> sockets = new ArrayList<>();
    private boolean listening;

    @Override
    public InetSocketAddress listen(Reach reach, int port) throws IOException {
        if (listening) {
            throw new IOException("already listening");
        }
        listening = true;
        InetSocketAddress address;
        if (reach == Reach.THIS_MACHINE) {
            address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        } else {
            address = new InetSocketAddress(port);
        }
        return open(address);
    }

    @Override
    public List<InetSocketAddress> listenOnAll(List<InetSocketAddress> addresses) throws IOException {
        List<InetSocketAddress> real = new ArrayList<>();
        for (InetSocketAddress address : addresses) {
            try {
                real.add(open(address));
            } catch (IOException e) {
                close();
                throw e;
            }
        }
        return real;
    }

    private InetSocketAddress open(InetSocketAddress address) throws IOException {
        ServerSocket socket = new ServerSocket(address.getPort(), 50, address.getAddress());
        sockets.add(socket);
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket socket : sockets) {
            socket.close();
        }
    }
}

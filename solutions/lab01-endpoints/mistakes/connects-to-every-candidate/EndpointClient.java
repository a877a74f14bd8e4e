package portzero.endpoints;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

public class EndpointClient implements Client {

    private final List<Socket> sockets = new ArrayList<>();

    @Override
    public EndpointPair connect(List<InetSocketAddress> candidates) throws IOException {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("no candidates");
        }
        IOException last = new IOException("nobody answers");
        for (InetSocketAddress candidate : candidates) {
            try {
                sockets.add(new Socket(candidate.getAddress(), candidate.getPort()));
            } catch (IOException e) {
                last = e;
            }
        }
        if (sockets.isEmpty()) {
            throw last;
        }
        Socket first = sockets.get(0);
        return new EndpointPair(
                (InetSocketAddress) first.getLocalSocketAddress(), (InetSocketAddress) first.getRemoteSocketAddress());
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}

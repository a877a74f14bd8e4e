package portzero.endpoints;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

public class EndpointClient implements Client {

    private Socket socket = new Socket();

    @Override
    public EndpointPair connect(List<InetSocketAddress> candidates) throws IOException {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("no candidates");
        }
        InetSocketAddress candidate = candidates.get(0);
        socket = new Socket(candidate.getAddress(), candidate.getPort());
        return new EndpointPair((InetSocketAddress) socket.getLocalSocketAddress(), (InetSocketAddress)
                socket.getRemoteSocketAddress());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

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
        for (InetSocketAddress candidate : candidates) {
            try {
                socket = new Socket(candidate.getAddress(), candidate.getPort());
                return new EndpointPair((InetSocketAddress) socket.getLocalSocketAddress(), (InetSocketAddress)
                        socket.getRemoteSocketAddress());
            } catch (IOException e) {
                // try the next one
            }
        }
        return new EndpointPair(new InetSocketAddress(0), candidates.get(candidates.size() - 1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

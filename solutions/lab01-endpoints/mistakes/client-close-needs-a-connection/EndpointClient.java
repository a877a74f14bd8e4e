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
        IOException last = new IOException("nobody answers");
        for (InetSocketAddress candidate : candidates) {
            try {
                socket = new Socket(candidate.getAddress(), candidate.getPort());
                return new EndpointPair((InetSocketAddress) socket.getLocalSocketAddress(), (InetSocketAddress)
                        socket.getRemoteSocketAddress());
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    @Override
    public void close() throws IOException {
        socket.shutdownOutput();
        socket.close();
    }
}

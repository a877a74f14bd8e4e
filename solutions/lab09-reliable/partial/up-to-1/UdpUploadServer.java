package portzero.reliable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Your server. What it has to do is said in {@link UploadServer}. */
public class UdpUploadServer implements UploadServer {

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        // TODO Task 4: Open a socket at this address, and say which port it has.
        throw new UnsupportedOperationException("write UdpUploadServer.start");
    }

    @Override
    public byte[] receive(Duration idle, Duration linger) throws IOException {
        // TODO Task 4: Wait for the packet that an upload begins with, and remember whose it is.
        // TODO Task 4: Give the receiver each datagram of this client's, send what it answers, and collect the data.
        // TODO Task 5: Pass over what is damaged, and acknowledge what comes again.
        // TODO Task 6: Give up when nothing comes from the client any more.
        // TODO Task 6: After the end, go on acknowledging until the client is silent.
        throw new UnsupportedOperationException("write UdpUploadServer.receive");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 4: Close the socket.
        throw new UnsupportedOperationException("write UdpUploadServer.close");
    }
}

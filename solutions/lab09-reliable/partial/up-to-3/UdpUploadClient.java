package portzero.reliable;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Your client. What it has to do is said in {@link UploadClient}. */
public class UdpUploadClient implements UploadClient {

    @Override
    public void upload(InetSocketAddress server, byte[] data, Settings settings) throws IOException {
        // TODO Task 4: Open a socket for this upload, and send what the sender says.
        // TODO Task 4: Give the sender each datagram of the server's, until it is done; close the socket.
        // TODO Task 5: Wait no longer than until the sender's timer has run out, whatever comes meanwhile.
        // TODO Task 6: Say so when the sender has given up.
        throw new UnsupportedOperationException("write UdpUploadClient.upload");
    }
}

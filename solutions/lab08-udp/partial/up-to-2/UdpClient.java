package portzero.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Your client. What it has to do is said in {@link Client}. */
public class UdpClient implements Client {

    // TODO Task 7: Keep what you need for giving each question an id of its own.

    @Override
    public byte[] ask(InetSocketAddress server, byte[] question, Duration wait, int attempts) throws IOException {
        // TODO Task 7: Send an id and the question; take the answer that is from the server and has this id.
        // TODO Task 7: Let the system tell you that nobody receives on the server's port.
        // TODO Task 8: Give up waiting when the time is over, whatever has come meanwhile, and ask again.
        // TODO Task 8: Throw a SocketTimeoutException after the last attempt, and leave nothing open.
        throw new UnsupportedOperationException("write UdpClient.ask");
    }
}

package portzero.framing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Your connection that carries lines. What it has to do is said in {@link LineClient}. */
public class LineSocket implements LineClient {

    // TODO Task 5: Keep the socket in a field, and with it whatever has been read and belongs to the next line.

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        // TODO Task 5: Connect the socket to the server.
        throw new UnsupportedOperationException("write LineSocket.connect");
    }

    @Override
    public void send(String line) throws IOException {
        // TODO Task 5: Write the text in UTF-8, and then CR and LF.
        // TODO Task 6: Before that, refuse a text that is too long or holds a line end itself.
        throw new UnsupportedOperationException("write LineSocket.send");
    }

    @Override
    public Optional<String> receive() throws IOException {
        // TODO Task 5: Collect bytes up to the LF, take off the CR before it, and only then make text of them.
        // TODO Task 5: Keep the bytes that come after the LF for the next call.
        // TODO Task 6: Return Optional.empty() if the stream ends before the first byte of a line; throw if it ends
        // later.
        // TODO Task 6: Give up on a line that has become too long.
        throw new UnsupportedOperationException("write LineSocket.receive");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 5: Close the socket.
        throw new UnsupportedOperationException("write LineSocket.close");
    }
}

package portzero.framing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Your connection that carries frames. What it has to do is said in {@link FrameClient}. */
public class FrameSocket implements FrameClient {

    // TODO Task 1: Keep the socket in a field, so that every method can reach it.

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        // TODO Task 1: Connect the socket to the server.
        throw new UnsupportedOperationException("write FrameSocket.connect");
    }

    @Override
    public void send(byte[] message) throws IOException {
        // TODO Task 1: Write the length in four bytes, the most significant first, and then the message.
        // TODO Task 4: Before that, refuse a message that is too long.
        throw new UnsupportedOperationException("write FrameSocket.send");
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        // TODO Task 2: Read until all four bytes of the length are there, and make a number of them.
        // TODO Task 2: Read until all bytes of the message are there, and no byte more; return Optional.of them.
        // TODO Task 3: Return Optional.empty() if the stream ends before the first byte of a frame; throw if it ends
        // later.
        // TODO Task 4: Refuse a length that is too large before you allocate anything for it.
        throw new UnsupportedOperationException("write FrameSocket.receive");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 1: Close the socket.
        throw new UnsupportedOperationException("write FrameSocket.close");
    }
}

package portzero.framing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A connection that carries frames, which it reads straight from the socket, never a byte beyond the frame. */
public class FrameSocket implements FrameClient {

    private static final int HEADER = Integer.BYTES;

    private final Socket socket = new Socket(); // not connected yet, but it can be closed already

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
    }

    @Override
    public void send(byte[] message) throws IOException {
        // TODO Task 4: Before that, refuse a message that is too long.
        ByteBuffer frame = ByteBuffer.allocate(HEADER + message.length); // big-endian unless told otherwise
        frame.putInt(message.length).put(message);
        socket.getOutputStream().write(frame.array()); // in one write, so that no tiny segment goes ahead
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] header = in.readNBytes(HEADER); // reads as often as it takes; comes back short only at the end
        // TODO Task 3: Return Optional.empty() if the stream ends before the first byte of a frame; throw if it ends
        // later.
        int length = ByteBuffer.wrap(header).getInt();
        // TODO Task 4: Refuse a length that is too large before you allocate anything for it.
        byte[] message = in.readNBytes(length);
        return Optional.of(message);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

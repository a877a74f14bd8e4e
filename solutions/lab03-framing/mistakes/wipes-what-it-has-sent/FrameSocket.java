package portzero.framing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
        if (message.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a message must have at most " + MAX_LENGTH + " bytes but has " + message.length);
        }
        ByteBuffer frame = ByteBuffer.allocate(HEADER + message.length); // big-endian unless told otherwise
        frame.putInt(message.length).put(message);
        socket.getOutputStream().write(frame.array());
        Arrays.fill(message, (byte) 0); // it may have been a password
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] header = in.readNBytes(HEADER); // reads as often as it takes; comes back short only at the end
        if (header.length == 0) {
            return Optional.empty(); // the end, and in the one place where it is in order
        }
        checkWhole(header, HEADER);
        int length = checked(ByteBuffer.wrap(header).getInt());
        byte[] message = in.readNBytes(length);
        checkWhole(message, length);
        return Optional.of(message);
    }

    private static void checkWhole(byte[] part, int length) throws EOFException {
        if (part.length < length) {
            throw new EOFException("The stream ended within a frame, " + (length - part.length) + " bytes early");
        }
    }

    /** The length, if it is allowed. Java's int is signed: lengths from 2^31 on look negative. */
    private static int checked(int length) throws ProtocolException {
        if (length < 0 || length > MAX_LENGTH) {
            throw new ProtocolException(
                    "Frame of " + Integer.toUnsignedString(length) + " bytes; at most " + MAX_LENGTH + " are allowed");
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package portzero.framing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Optional;

public class FrameSocket implements FrameClient {

    private static final int HEADER = Integer.BYTES;

    private final SocketChannel channel;

    public FrameSocket() throws IOException {
        channel = SocketChannel.open();
    }

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        channel.connect(server);
    }

    @Override
    public void send(byte[] message) throws IOException {
        if (message.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a message must have at most " + MAX_LENGTH + " bytes but has " + message.length);
        }
        ByteBuffer frame = ByteBuffer.allocate(HEADER + message.length);
        frame.putInt(message.length).put(message);
        frame.flip();
        channel.configureBlocking(false);
        while (frame.hasRemaining() && channel.write(frame) > 0) {}
        channel.configureBlocking(true);
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        InputStream in = Channels.newInputStream(channel);
        byte[] header = in.readNBytes(HEADER);
        if (header.length == 0) {
            return Optional.empty();
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

    private static int checked(int length) throws ProtocolException {
        if (length < 0 || length > MAX_LENGTH) {
            throw new ProtocolException(
                    "Frame of " + Integer.toUnsignedString(length) + " bytes; at most " + MAX_LENGTH + " are allowed");
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

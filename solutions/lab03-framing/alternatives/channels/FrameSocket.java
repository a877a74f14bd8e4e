package portzero.framing;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A connection that carries frames, on a blocking channel and one buffer that holds a whole frame at most. */
public class FrameSocket implements FrameClient {

    private final SocketChannel channel;

    /** What has been read and not been taken yet. Between two calls it is ready to be taken from. */
    private ByteBuffer unread = ByteBuffer.allocate(8192).limit(0);

    /** Opens a channel that is not connected yet. */
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
            throw new IllegalArgumentException("message has " + message.length + " bytes");
        }
        ByteBuffer[] frame = {
            ByteBuffer.allocate(Integer.BYTES).putInt(message.length).flip(), ByteBuffer.wrap(message)
        };
        while (frame[0].hasRemaining() || frame[1].hasRemaining()) {
            channel.write(frame);
        }
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        if (!fill(Integer.BYTES)) {
            return Optional.empty();
        }
        long length = Integer.toUnsignedLong(unread.getInt());
        if (length > MAX_LENGTH) {
            throw new ProtocolException("Length " + length);
        }
        if (!fill((int) length)) {
            throw new EOFException("The stream ended after the length of a message");
        }
        byte[] message = new byte[(int) length];
        unread.get(message);
        return Optional.of(message);
    }

    /** Reads until so many bytes can be taken. Returns false if the stream ends before the first of them. */
    private boolean fill(int length) throws IOException {
        if (unread.remaining() >= length) {
            return true;
        }
        makeRoom(length);
        while (unread.position() < length) {
            if (channel.read(unread) < 0) {
                unread.flip();
                if (unread.hasRemaining()) {
                    throw new EOFException("The stream ended within a frame");
                }
                return false;
            }
        }
        unread.flip();
        return true;
    }

    private void makeRoom(int length) {
        if (length > unread.capacity()) {
            unread = ByteBuffer.allocate(Integer.BYTES + length).put(unread);
        } else {
            unread.compact();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

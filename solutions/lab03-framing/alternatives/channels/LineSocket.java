package portzero.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A connection that carries lines, on a blocking channel and one buffer that the longest line just fits in. */
public class LineSocket implements LineClient {

    private static final int NONE = -1;

    private final SocketChannel channel;

    /** What has been read and not been taken yet, ready to be taken from. */
    private final ByteBuffer unread = ByteBuffer.allocate(MAX_LENGTH + 2).limit(0);

    /** Opens a channel that is not connected yet. */
    public LineSocket() throws IOException {
        channel = SocketChannel.open();
    }

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        channel.connect(server);
    }

    @Override
    public void send(String line) throws IOException {
        if (line.matches("(?s).*[\r\n].*") || line.getBytes(UTF_8).length > MAX_LENGTH) {
            throw new IllegalArgumentException("a line end within the line, or too many bytes");
        }
        ByteBuffer message = UTF_8.encode(line + "\r\n");
        while (message.hasRemaining()) {
            channel.write(message);
        }
    }

    @Override
    public Optional<String> receive() throws IOException {
        int end = findEnd();
        while (end == NONE) {
            if (unread.remaining() == unread.capacity()) {
                throw new ProtocolException("No end of line in " + unread.capacity() + " bytes");
            }
            if (!readMore()) {
                return atEnd();
            }
            end = findEnd();
        }
        return Optional.of(take(end));
    }

    private int findEnd() {
        for (int i = unread.position(); i < unread.limit(); i++) {
            if (unread.get(i) == '\n') {
                return i;
            }
        }
        return NONE;
    }

    private boolean readMore() throws IOException {
        unread.compact();
        try {
            return channel.read(unread) >= 0;
        } finally {
            unread.flip();
        }
    }

    private Optional<String> atEnd() throws EOFException {
        if (unread.hasRemaining()) {
            throw new EOFException(unread.remaining() + " bytes of a line, and then the end");
        }
        return Optional.empty();
    }

    private String take(int end) throws ProtocolException {
        byte[] line = new byte[end - unread.position()];
        unread.get(line).get();
        int length = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        if (length > MAX_LENGTH) {
            throw new ProtocolException("Line of " + length + " bytes");
        }
        return new String(line, 0, length, UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

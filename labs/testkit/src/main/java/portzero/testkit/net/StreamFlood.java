package portzero.testkit.net;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.CompletionException;
import portzero.testkit.wire.TracedChannel;

/**
 * Bytes that never stop coming over a connection, from a thread of their own, which also reads what comes back and throws
 * it away.
 *
 * <p>Much is on its way at any time, so that the other end does not run dry when this thread waits for a processor; but the
 * pieces are small: where large segments come one by one, the sender is told of room late.
 */
final class StreamFlood implements AutoCloseable {

    private static final int ROOM = 200_000; // bytes

    private final TracedChannel channel;
    private final ByteBuffer bytes;
    private final Selector selector = Selector.open();
    private final Thread thread = new Thread(this::run, "test-torrent");
    private volatile boolean over;

    StreamFlood(TracedChannel channel, byte[] bytes) throws IOException {
        this.channel = channel;
        this.bytes = ByteBuffer.wrap(bytes.clone());
        channel.channel().setOption(StandardSocketOptions.SO_SNDBUF, ROOM);
        channel.channel().register(selector, SelectionKey.OP_WRITE | SelectionKey.OP_READ);
        fill();
        thread.setDaemon(true);
        thread.start();
    }

    /** So it has begun when the test goes on, however late the thread comes to a processor. */
    private void fill() throws IOException {
        for (int sent = 0; sent < ROOM && channel.write(bytes) > 0; sent += bytes.capacity()) {
            if (!bytes.hasRemaining()) {
                bytes.rewind();
            }
        }
    }

    private void run() {
        try {
            ByteBuffer discarded = ByteBuffer.allocate(ROOM);
            while (!over) {
                channel.write(bytes);
                if (channel.read(discarded.clear()) == -1) {
                    return;
                }
                if (bytes.hasRemaining()) {
                    selector.select();
                    selector.selectedKeys().clear();
                } else {
                    bytes.rewind();
                }
            }
        } catch (IOException broken) {
            // the subject has closed the connection, or the test has; and so the torrent is over
        }
    }

    /** Has the connection aborted when it is closed: what the subject has not read yet is of no use to anybody. */
    @Override
    public void close() throws IOException {
        over = true;
        selector.wakeup();
        awaitEnd();
        selector.close();
        try {
            channel.abortOnClose();
        } catch (ClosedChannelException closed) {
            // the test has closed it already
        }
    }

    private void awaitEnd() {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new CompletionException(interrupted); // the thread waits for nothing but the selector
        }
    }
}

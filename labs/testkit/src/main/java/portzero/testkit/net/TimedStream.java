package portzero.testkit.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Supplier;
import portzero.testkit.await.Await;
import portzero.testkit.await.Deadline;
import portzero.testkit.await.SelectorAwait;
import portzero.testkit.await.WaitMonitor;
import portzero.testkit.wire.TracedChannel;

/** A byte stream whose every wait has an end: a non-blocking channel with its own selector. */
final class TimedStream implements AutoCloseable {

    /** At most so many bytes at a time: the JDK copies all of an array into memory of its own before the kernel takes any. */
    private static final int SLICE = 128 << 10;

    private final TracedChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final WaitMonitor monitor;

    TimedStream(TracedChannel channel, WaitMonitor monitor) throws IOException {
        this.channel = channel;
        this.monitor = monitor;
        channel.channel().configureBlocking(false);
        selector = Selector.open();
        key = channel.channel().register(selector, 0);
    }

    TracedChannel channel() {
        return channel;
    }

    /**
     * Reads what is there, at least one byte. Returns −1 at the end of the stream.
     *
     * @param deadline that of this read, which never outlasts the test's; once it has passed, nothing is read even if
     *     bytes are there, or a stream that never ends would never be given up
     */
    int read(ByteBuffer buffer, Deadline deadline, Supplier<String> missing) throws IOException {
        Await.requireTime(deadline, monitor, missing);
        int n = channel.read(buffer);
        while (n == 0) {
            await(SelectionKey.OP_READ, deadline, missing);
            n = channel.read(buffer);
        }
        return n;
    }

    /** Writes all; each wait for the other side has a deadline of its own. */
    void write(ByteBuffer buffer, Supplier<Deadline> deadline, Supplier<String> missing) throws IOException {
        writeNow(buffer);
        while (buffer.hasRemaining()) {
            await(SelectionKey.OP_WRITE, deadline.get(), missing);
            writeNow(buffer);
        }
    }

    /** Writes as much as the kernel takes, which may be nothing. */
    void writeNow(ByteBuffer buffer) throws IOException {
        ByteBuffer slice;
        do {
            slice = buffer.slice(buffer.position(), Math.min(SLICE, buffer.remaining()));
            buffer.position(buffer.position() + channel.write(slice));
        } while (!slice.hasRemaining() && buffer.hasRemaining());
    }

    /** Waits until one of the operations may succeed. */
    void await(int operations, Deadline deadline, Supplier<String> missing) throws IOException {
        Await.requireTime(deadline, monitor, missing);
        key.interestOps(operations);
        SelectorAwait.on(selector, deadline, monitor, missing);
    }

    /** Waits for a channel of another kind. */
    static void await(SelectableChannel channel, int operation, Deadline deadline, WaitMonitor monitor, String missing)
            throws IOException {
        try (Selector selector = Selector.open()) {
            channel.register(selector, operation);
            SelectorAwait.on(selector, deadline, monitor, () -> missing);
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}

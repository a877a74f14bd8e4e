package portzero.testkit;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletionException;

/** Bytes that never stop coming over a connection, from a thread of their own. */
final class Torrent implements AutoCloseable {

    private final SocketChannel channel;
    private final ByteBuffer bytes;
    private final Selector selector = Selector.open();
    private final Thread thread = new Thread(this::run, "test-torrent");
    private volatile boolean over;

    Torrent(SocketChannel channel, byte[] bytes) throws IOException {
        this.channel = channel;
        this.bytes = ByteBuffer.wrap(bytes.clone());
        channel.register(selector, SelectionKey.OP_WRITE);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!over) {
                channel.write(bytes);
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
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
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

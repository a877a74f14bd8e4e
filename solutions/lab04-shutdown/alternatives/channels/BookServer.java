package portzero.shutdown;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A visitors' book on blocking channels; one thread serves one client after another. */
public class BookServer implements Server {

    private final ServerSocketChannel listener;
    private byte[] book = {};

    private final Object lock = new Object(); // guards the two fields below
    private SocketChannel current;
    private boolean closed;

    public BookServer() throws IOException {
        listener = ServerSocketChannel.open().setOption(StandardSocketOptions.SO_REUSEADDR, true);
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] pages) throws IOException {
        book = pages.clone();
        listener.bind(address);
        Thread thread = new Thread(this::acceptClients, "book");
        thread.setDaemon(true);
        thread.start();
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private void acceptClients() {
        try {
            while (true) {
                SocketChannel client = listener.accept();
                serve(client);
            }
        } catch (IOException over) {
            // close() has closed the listener.
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            synchronized (lock) {
                if (closed) {
                    return;
                }
                current = client;
            }
            ByteBuffer entry = readEntry(client);
            if (entry.remaining() <= LONGEST) {
                book = ByteBuffer.allocate(book.length + entry.remaining())
                        .put(book)
                        .put(entry)
                        .array();
            }
            ByteBuffer out = ByteBuffer.wrap(book);
            while (out.hasRemaining()) {
                client.write(out);
            }
        } catch (IOException lost) {
            // This client is gone, and so is its entry.
        }
    }

    /** The entry, or one byte more than is allowed if it is longer. */
    private static ByteBuffer readEntry(SocketChannel client) throws IOException {
        ByteBuffer entry = ByteBuffer.allocate(LONGEST + 1);
        ByteBuffer rest = ByteBuffer.allocate(8192);
        while (client.read(entry.hasRemaining() ? entry : rest.clear()) >= 0) {
            // to the end of the stream, lest close() is a reset
        }
        return entry.flip();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        synchronized (lock) {
            closed = true;
            if (current != null) {
                current.close();
            }
        }
    }
}

package portzero.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A server of pieces with a loop that serves one client: the one that has come last. */
public class PieceServer implements Server {

    private final Selector selector;
    private final ServerSocketChannel listener;
    private final SelectionKey listening;
    private final Thread thread = new Thread(this::serveClients, "selector");
    private ByteBuffer content = ByteBuffer.allocate(0);
    // TODO Task 2: Write a class for what the server remembers of one client, and attach an object of it to each key.
    private final ByteBuffer request = ByteBuffer.allocate(REQUEST);
    private SocketChannel client = SocketChannel.open();

    /** Opens a listener that is bound to no address yet; {@link #start} binds it. */
    public PieceServer() throws IOException {
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.configureBlocking(false);
        listening = listener.register(selector, SelectionKey.OP_ACCEPT);
        thread.setDaemon(true); // a forgotten server does not keep the program alive
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] bytes) throws IOException {
        // A direct buffer is handed to the system as it is; what is left of any other is copied at each write.
        content = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        listener.bind(address);
        thread.start();
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private void serveClients() {
        try {
            while (selector.isOpen()) {
                selector.select(); // the only place where this thread waits
                for (SelectionKey key : selector.selectedKeys()) {
                    handle(key);
                }
                selector.selectedKeys().clear(); // the selector only ever adds to this set
            }
        } catch (IOException broken) {
            // The selector has failed, or a channel cannot even be closed, and nobody can be served any more.
        }
    }

    private void handle(SelectionKey key) throws IOException {
        if (key == listening) {
            acceptClient();
        } else {
            serveClient();
        }
    }

    private void acceptClient() throws IOException {
        client.close();
        request.clear();
        client = listener.accept();
        client.configureBlocking(false);
        client.register(selector, SelectionKey.OP_READ);
    }

    private void serveClient() throws IOException {
        client.read(request); // TODO Task 4: Close a client's channel at its end of stream, and after a bad request.
        if (!request.hasRemaining()) {
            request.flip(); // from filling to taking out
            client.write(content.slice(request.getInt(), request.getInt()));
            // TODO Task 3: Keep what a write did not take, and wait for OP_WRITE only while something is left.
            request.clear(); // and back
        }
    }

    @Override
    public void close() throws IOException {
        // TODO Task 6: Wake the selector, wait for its thread to end, and close all channels and the selector.
        throw new UnsupportedOperationException("write PieceServer.close");
    }
}

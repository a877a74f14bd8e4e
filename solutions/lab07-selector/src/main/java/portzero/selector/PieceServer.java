package portzero.selector;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A server of pieces in which one thread serves all clients, each whenever it is ready for something. */
public class PieceServer implements Server {

    private static final long PAUSE = 100; // milliseconds

    private final Selector selector;
    private final ServerSocketChannel listener;
    private final SelectionKey listening;
    private final Thread thread = new Thread(this::serveClients, "selector");
    private ByteBuffer content = ByteBuffer.allocate(0);
    private long longest; // wait in select, in milliseconds; 0 is for as long as it takes
    private volatile boolean stopped;

    /** Opens a listener that is bound to no address yet; {@link #start} binds it. */
    public PieceServer() throws IOException {
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.configureBlocking(false);
        listening = listener.register(selector, SelectionKey.OP_ACCEPT);
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
            while (!stopped) {
                selector.select(longest);
                longest = 0;
                listening.interestOps(SelectionKey.OP_ACCEPT);
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
        if (key.isAcceptable()) {
            acceptClients();
        } else {
            serve(key, (Conversation) key.attachment());
        }
    }

    private void acceptClients() {
        try {
            SocketChannel client = listener.accept();
            while (client != null) { // null: nobody else waits
                client.configureBlocking(false);
                client.register(selector, SelectionKey.OP_READ, new Conversation(client, content));
                client = listener.accept();
            }
        } catch (IOException full) {
            // Too many open files, for instance. Who waits in the queue keeps the listener ready: look again in a
            // while.
            listening.interestOps(0);
            longest = PAUSE;
        }
    }

    private static void serve(SelectionKey key, Conversation conversation) throws IOException {
        try {
            key.interestOps(conversation.goOn());
        } catch (IOException over) { // the end of the stream, a bad request or a reset: it concerns this client only
            key.channel().close(); // this cancels the key, too
        }
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        selector.wakeup();
        try {
            thread.join(); // from here on nobody else uses the channels
        } catch (InterruptedException early) { // nothing is closed yet; close() can be called again
            throw new InterruptedIOException("interrupted while the server's thread was about to end");
        }
        if (selector.isOpen()) {
            for (SelectionKey key : selector.keys()) { // the listener's is one of them
                key.channel().close();
            }
            selector.close(); // only now does the system close the channels that were registered here
        }
    }
}

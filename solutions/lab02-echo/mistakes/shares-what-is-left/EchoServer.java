package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** An echo server that serves all clients at once in a single thread, with non-blocking channels. */
public class EchoServer implements Server {

    private final Selector selector;
    private final ServerSocketChannel listener;
    private final ByteBuffer block = ByteBuffer.allocate(8192); // one thread, one block

    /** Opens a channel that is bound to no address yet; {@link #start} binds it. */
    public EchoServer() throws IOException {
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.configureBlocking(false);
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        listener.bind(address);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        Thread thread = new Thread(this::serveClients, "echo");
        thread.setDaemon(true);
        thread.start();
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private void serveClients() {
        try (selector) {
            while (listener.isOpen()) {
                selector.select(this::serve);
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException failed) {
            // Nothing of this server can work without its selector.
        }
    }

    private void serve(SelectionKey key) {
        if (key.channel() == listener) {
            accept();
        } else {
            serve((SocketChannel) key.channel(), key);
        }
    }

    private void accept() {
        try {
            SocketChannel client = listener.accept();
            if (client != null) {
                client.configureBlocking(false);
                client.register(selector, SelectionKey.OP_READ);
            }
        } catch (IOException lost) {
            // The client is gone already, or close() has closed the listener.
        }
    }

    /** Moves what can be moved. A client whose block is full is written to before it is read from again. */
    private void serve(SocketChannel client, SelectionKey key) {
        try {
            if (key.isReadable() && client.read(block) < 0) {
                client.close();
                return;
            }
            block.flip();
            client.write(block);
            block.compact();
            key.interestOps(block.position() > 0 ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        } catch (IOException lost) {
            block.clear();
            close(client);
        }
    }

    private static void close(SocketChannel client) {
        try {
            client.close();
        } catch (IOException gone) {
            // There is nothing more to do for it.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        if (selector.isOpen()) {
            selector.wakeup(); // the selector's thread gives the port back and closes the rest
        }
    }
}

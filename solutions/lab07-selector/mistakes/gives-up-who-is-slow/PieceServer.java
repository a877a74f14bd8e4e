package portzero.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

public class PieceServer implements Server {

    private static final long PAUSE = 100;

    private final Selector selector;
    private final ServerSocketChannel listener;
    private final SelectionKey listening;
    private final Thread thread = new Thread(this::serveClients, "selector");
    private ByteBuffer content = ByteBuffer.allocate(0);
    private volatile boolean stopped;

    public PieceServer() throws IOException {
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.configureBlocking(false);
        listening = listener.register(selector, SelectionKey.OP_ACCEPT);
        thread.setDaemon(true);
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] bytes) throws IOException {
        content = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        listener.bind(address);
        thread.start();
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private void serveClients() {
        try {
            while (!stopped) {
                selector.select(500);
                listening.interestOps(SelectionKey.OP_ACCEPT);
                for (SelectionKey key : selector.selectedKeys()) {
                    handle(key);
                }
                closeSlowClients();
                selector.selectedKeys().clear();
            }
        } catch (IOException broken) {
        }
    }

    private void closeSlowClients() throws IOException {
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof Conversation conversation
                    && System.nanoTime() - conversation.lastMoved > 3_000_000_000L) {
                key.channel().close();
            }
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
            while (client != null) {
                client.configureBlocking(false);
                client.register(selector, SelectionKey.OP_READ, new Conversation(client, content));
                client = listener.accept();
            }
        } catch (IOException full) {
            listening.interestOps(0);
        }
    }

    private static void serve(SelectionKey key, Conversation conversation) throws IOException {
        try {
            key.interestOps(conversation.goOn());
        } catch (IOException over) {
            key.channel().close();
        }
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        selector.wakeup();
        awaitEnd();
        if (selector.isOpen()) {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        }
    }

    private void awaitEnd() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException early) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

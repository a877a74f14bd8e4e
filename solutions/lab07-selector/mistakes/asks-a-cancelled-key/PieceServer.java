package portzero.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

public class PieceServer implements Server {

    private final Selector selector;
    private final ServerSocketChannel listener;
    private final Thread thread = new Thread(this::serveClients, "selector");
    private ByteBuffer content = ByteBuffer.allocate(0);
    private volatile boolean stopped;

    public PieceServer() throws IOException {
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        thread.setDaemon(true);
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] bytes) throws IOException {
        content = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        listener.bind(address);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        thread.start();
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private void serveClients() {
        try {
            while (!stopped) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    handle(key);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException broken) {
            broken.printStackTrace();
        }
    }

    private void handle(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            acceptClients();
        }
        if (key.isReadable()) {
            serve(key, (Conversation) key.attachment());
        }
        if (key.isWritable()) {
            serve(key, (Conversation) key.attachment());
        }
    }

    private void acceptClients() throws IOException {
        SocketChannel client = listener.accept();
        while (client != null) {
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ, new Conversation(client, content));
            client = listener.accept();
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
        awaitEndOfThread();
        listener.close();
        if (selector.isOpen()) {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        }
    }

    private void awaitEndOfThread() {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

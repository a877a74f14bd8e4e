package portzero.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One thread waits in accept, as in a server of threads, and hands the clients to another, which selects. */
public class PieceServer implements Server {

    private final Queue<SocketChannel> accepted = new ConcurrentLinkedQueue<>();
    private ServerSocketChannel listener;
    private Selector selector;
    private Thread acceptor;
    private Thread worker;
    private byte[] content;

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] content) throws IOException {
        this.content = content;
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.bind(address);
        acceptor = started(this::acceptClients, "acceptor");
        worker = started(this::serveClients, "worker");
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private static Thread started(Runnable code, String name) {
        Thread thread = new Thread(code, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void acceptClients() {
        try {
            while (true) {
                accepted.add(listener.accept());
                selector.wakeup();
            }
        } catch (IOException closed) {
            // close() has closed the listener
        }
    }

    private void serveClients() {
        try {
            while (listener.isOpen()) {
                selector.select();
                registerNewClients();
                Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
                while (ready.hasNext()) {
                    SelectionKey key = ready.next();
                    ready.remove();
                    serve((Visitor) key.attachment(), key);
                }
            }
        } catch (IOException broken) {
            // the selector is of no use any more
        }
    }

    private void registerNewClients() throws IOException {
        SocketChannel client = accepted.poll();
        while (client != null) {
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ, new Visitor(client, content));
            client = accepted.poll();
        }
    }

    private static void serve(Visitor visitor, SelectionKey key) throws IOException {
        boolean open;
        try {
            open = visitor.serve(key);
        } catch (IOException broken) {
            open = false;
        }
        if (!open) {
            key.cancel();
            key.channel().close();
        }
    }

    @Override
    public void close() throws IOException {
        if (listener == null) {
            return;
        }
        listener.close(); // ends the acceptor
        if (worker != null) {
            awaitEnd();
        }
        for (SocketChannel client : accepted) {
            client.close();
        }
        if (selector.isOpen()) {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        }
    }

    private void awaitEnd() {
        selector.wakeup(); // ends the worker
        try {
            acceptor.join();
            worker.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

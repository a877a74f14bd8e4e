package portzero.selector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Objects;

/**
 * What is to be done next with a channel is attached to its key, as code: read the rest of a request, or write the
 * rest of an answer. All state of a client is in what that code has captured.
 */
public class PieceServer implements Server {

    /** What to do when a channel is ready. */
    private interface Step {
        /** Does it; false when the channel is to be closed. */
        boolean take(SelectionKey key) throws IOException;
    }

    private Selector selector;
    private ServerSocketChannel listener;
    private Thread loop;
    private byte[] content;

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] bytes) throws IOException {
        content = bytes;
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.bind(address);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT, (Step) this::accept);
        loop = new Thread(this::run);
        loop.setDaemon(true);
        loop.start();
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) { // an interrupt wakes select
                selector.select(PieceServer::take); // takes the keys out of the selected set by itself
            }
        } catch (IOException | UncheckedIOException | ClosedSelectorException over) {
            // nobody can be served any more
        }
    }

    private static void take(SelectionKey key) {
        boolean open;
        try {
            open = ((Step) key.attachment()).take(key);
        } catch (IOException | IndexOutOfBoundsException broken) {
            open = false;
        }
        if (!open) {
            close(key);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean accept(SelectionKey listening) throws IOException {
        SocketChannel client = listener.accept();
        if (client != null) {
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ, reading(client));
        }
        return true;
    }

    private Step reading(SocketChannel client) {
        ByteBuffer request = ByteBuffer.allocate(REQUEST).order(ByteOrder.BIG_ENDIAN);
        return key -> {
            int n = client.read(request);
            if (n < 0 || request.hasRemaining()) {
                return n >= 0;
            }
            int offset = request.getInt(0);
            int length = request.getInt(4);
            Objects.checkFromIndexSize(offset, length, content.length);
            return next(key, writing(client, ByteBuffer.wrap(content, offset, length)), SelectionKey.OP_WRITE);
        };
    }

    private Step writing(SocketChannel client, ByteBuffer answer) {
        return key -> {
            client.write(answer);
            return answer.hasRemaining() || next(key, reading(client), SelectionKey.OP_READ);
        };
    }

    private static boolean next(SelectionKey key, Step step, int operation) {
        key.attach(step);
        key.interestOps(operation);
        return true;
    }

    @Override
    public void close() throws IOException {
        if (selector == null || !selector.isOpen()) {
            return;
        }
        if (loop != null) {
            loop.interrupt();
            awaitEnd();
        }
        listener.close();
        selector.keys().forEach(PieceServer::close);
        selector.close();
    }

    private void awaitEnd() {
        try {
            loop.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

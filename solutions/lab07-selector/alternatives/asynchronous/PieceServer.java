package portzero.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.TimeUnit;

/** Asynchronous channels: the system's own loop, with a group of one thread, calls back when something is done. */
public class PieceServer implements Server {

    private AsynchronousChannelGroup group;
    private AsynchronousServerSocketChannel listener;
    private ByteBuffer content;

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] bytes) throws IOException {
        content = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        group = AsynchronousChannelGroup.withFixedThreadPool(1, PieceServer::daemon);
        listener = AsynchronousServerSocketChannel.open(group);
        listener.bind(address);
        acceptNext();
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private static Thread daemon(Runnable code) {
        Thread thread = new Thread(code, "group");
        thread.setDaemon(true);
        return thread;
    }

    private void acceptNext() {
        listener.accept(null, new CompletionHandler<AsynchronousSocketChannel, Void>() {
            @Override
            public void completed(AsynchronousSocketChannel client, Void nothing) {
                new Client(client).read();
                acceptNext();
            }

            @Override
            public void failed(Throwable closed, Void nothing) {
                // close() has closed the listener
            }
        });
    }

    /** One client; it either reads or writes, never both. */
    private final class Client implements CompletionHandler<Integer, Void> {

        private final AsynchronousSocketChannel channel;
        private final ByteBuffer request = ByteBuffer.allocate(REQUEST);
        private ByteBuffer answer = ByteBuffer.allocate(0);

        Client(AsynchronousSocketChannel channel) {
            this.channel = channel;
        }

        void read() {
            channel.read(request, null, this);
        }

        @Override
        public void completed(Integer n, Void nothing) {
            if (n < 0 || !goOn()) {
                failed(null, null);
            }
        }

        private boolean goOn() {
            if (!request.hasRemaining()) {
                int offset = request.flip().getInt();
                int length = request.getInt();
                request.clear();
                if (offset < 0 || length < 0 || length > content.capacity() - offset) {
                    return false;
                }
                answer = content.slice(offset, length);
            }
            if (answer.hasRemaining()) {
                channel.write(answer, null, this);
            } else {
                read();
            }
            return true;
        }

        @Override
        public void failed(Throwable broken, Void nothing) {
            try {
                channel.close();
            } catch (IOException failed) {
                // there is nothing more to be done for it
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (group == null) {
            return;
        }
        listener.close();
        group.shutdownNow(); // closes all channels
        try {
            group.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

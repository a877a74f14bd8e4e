package portzero.unix;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Echo and a receipt, with a thread for each client. */
public class UnixServer implements Server {

    private static final int BUFFER_SIZE = 16_384; // bytes
    private static final long PAUSE = 10_000_000; // nanoseconds

    private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocketChannel listener;
    private @Nullable SocketFile file;

    @Override
    public synchronized Path start(Path path) throws IOException {
        SocketFile.requireShort(path);
        SocketFile.makeWay(path);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(path));
            file = SocketFile.take(path);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
        listener = channel;
        new Thread(() -> accept(channel), "unix-accept").start();
        return path.toAbsolutePath();
    }

    private void accept(ServerSocketChannel channel) {
        while (channel.isOpen()) {
            try {
                SocketChannel client = channel.accept();
                new Thread(() -> serve(client, channel), "unix-client").start();
            } catch (IOException failed) {
                if (channel.isOpen()) { // not closed by close(), but “Too many open files”, for example
                    LockSupport.parkNanos(PAUSE);
                }
            }
        }
    }

    private void serve(SocketChannel client, ServerSocketChannel channel) {
        connections.add(client);
        try (client) {
            if (channel.isOpen()) { // close() may have come too early to find this client among the others
                answer(client);
            }
        } catch (IOException broken) {
            // This client is gone, or close() has ended its connection.
        } finally {
            connections.remove(client);
        }
    }

    private static void answer(SocketChannel client) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
        long received = 0;
        for (int n = client.read(buffer); n >= 0; n = client.read(buffer.clear())) {
            received += n;
            writeAll(client, buffer.flip());
        }
        writeAll(
                client,
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(received)
                        .flip());
    }

    private static void writeAll(SocketChannel client, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            client.write(buffer);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        ServerSocketChannel channel = listener;
        SocketFile own = file;
        if (channel == null || own == null) {
            return; // never started, or closed before
        }
        listener = null;
        try {
            own.delete(); // first, for as long as the listener is open no other file gets the same key
        } finally {
            channel.close(); // from here on serve() closes what it is given
            closeConnections();
        }
    }

    private void closeConnections() throws IOException {
        for (SocketChannel client : connections) {
            client.close();
        }
    }
}

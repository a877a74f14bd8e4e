package portzero.unix;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Objects;

/** One thread and a selector for all clients. */
public class UnixServer implements Server {

    private Path path;
    private Object key;
    private Selector selector;
    private ServerSocketChannel listener;
    private Thread thread;

    /** What is known of one client. */
    private static final class Client {
        private final ByteBuffer buffer = ByteBuffer.allocate(32_768);
        private long received;
        private boolean ended;
        private boolean receipted;
    }

    @Override
    public Path start(Path where) throws IOException {
        int length = where.toString().getBytes("UTF-8").length;
        if (length > LONGEST_PATH) {
            throw new IOException("path of " + length + " bytes, but the limit is " + LONGEST_PATH);
        }
        if (Files.exists(where, LinkOption.NOFOLLOW_LINKS)) {
            removeLeftover(where);
        }
        ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        Selector made = null;
        try {
            opened.bind(UnixDomainSocketAddress.of(where), 200);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(
                        where, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            }
            opened.configureBlocking(false);
            made = Selector.open();
            opened.register(made, SelectionKey.OP_ACCEPT);
            key = key(where);
        } catch (IOException failed) {
            opened.close();
            if (made != null) {
                made.close();
            }
            throw failed;
        }
        path = where;
        listener = opened;
        selector = made;
        thread = new Thread(this::run, "selector");
        thread.start();
        return where.toAbsolutePath();
    }

    private static Object key(Path where) throws IOException {
        return Files.readAttributes(where, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    private static void removeLeftover(Path where) throws IOException {
        if (!Files.readAttributes(where, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther()) {
            throw new IOException(where + " is no socket");
        }
        SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            probe.connect(UnixDomainSocketAddress.of(where));
        } catch (ConnectException nobody) {
            Files.deleteIfExists(where);
            return;
        } finally {
            probe.close();
        }
        throw new IOException(where + " has a server");
    }

    private void run() {
        while (listener.isOpen()) {
            try {
                selector.select();
            } catch (IOException broken) {
                return;
            }
            selector.selectedKeys().removeIf(ready -> {
                serve(ready);
                return true;
            });
        }
        for (SelectionKey each : selector.keys()) {
            drop(each);
        }
        try {
            selector.close();
        } catch (IOException alreadyGone) {
            // nothing is left to do with it
        }
    }

    private void serve(SelectionKey ready) {
        try {
            if (ready.attachment() instanceof Client client) {
                turn(ready, (SocketChannel) ready.channel(), client);
            } else {
                accept();
            }
        } catch (IOException broken) {
            if (ready.attachment() != null) {
                drop(ready);
            }
        } catch (CancelledKeyException closed) {
            // by close()
        }
    }

    private void accept() throws IOException {
        for (SocketChannel one = listener.accept(); one != null; one = listener.accept()) {
            one.configureBlocking(false);
            one.register(selector, SelectionKey.OP_READ, new Client());
        }
    }

    /** Reads where there is room, writes what there is, and waits for whatever stops it. */
    private static void turn(SelectionKey ready, SocketChannel channel, Client client) throws IOException {
        if (!client.ended && ready.isReadable()) {
            int n = channel.read(client.buffer);
            client.ended = n < 0;
            client.received += Math.max(n, 0);
        }
        write(ready, channel, client);
    }

    private static void write(SelectionKey ready, SocketChannel channel, Client client) throws IOException {
        client.buffer.flip();
        channel.write(client.buffer);
        client.buffer.clear();
        boolean left = client.buffer.position() > 0;
        if (client.ended && !left) {
            if (client.receipted) {
                channel.close();
                return;
            }
            client.buffer.putLong(client.received);
            client.receipted = true;
            left = true;
        }
        int reading = client.ended || !client.buffer.hasRemaining() ? 0 : SelectionKey.OP_READ;
        ready.interestOps(reading | (left ? SelectionKey.OP_WRITE : 0));
    }

    private static void drop(SelectionKey key) {
        try {
            key.cancel();
            key.channel().close();
        } catch (IOException alreadyBroken) {
            // it is closed all the same
        }
    }

    @Override
    public void close() throws IOException {
        if (listener == null || !listener.isOpen()) {
            return;
        }
        try {
            if (Objects.equals(key, key(path))) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            // somebody has deleted it
        } finally {
            listener.close();
            selector.wakeup();
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

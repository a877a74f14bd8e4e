package portzero.unix;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A pool of threads, and streams; it binds first and looks at what is there when that has failed. */
public class UnixServer implements Server {

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final List<SocketChannel> open = new ArrayList<>();
    private ServerSocketChannel listener;
    private Path file;
    private Object identity;
    private boolean closed;

    @Override
    public Path start(Path path) throws IOException {
        int bytes = StandardCharsets.UTF_8.encode(path.toString()).remaining();
        if (bytes > LONGEST_PATH) {
            throw new SocketException(bytes + " bytes are more than the " + LONGEST_PATH + " that a path may have");
        }
        ServerSocketChannel bound;
        try {
            bound = bind(path);
        } catch (BindException taken) {
            if (!isLeftover(path)) {
                throw taken;
            }
            Files.delete(path);
            bound = bind(path);
        }
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
        listener = bound;
        file = path;
        identity = identity(path);
        pool.execute(this::acceptAll);
        return path.toAbsolutePath();
    }

    private static ServerSocketChannel bind(Path path) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return channel.bind(UnixDomainSocketAddress.of(path));
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private static boolean isLeftover(Path path) {
        try (SocketChannel question = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            BasicFileAttributes what = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (what.isRegularFile() || what.isDirectory() || what.isSymbolicLink()) {
                return false;
            }
            question.connect(UnixDomainSocketAddress.of(path));
            return false;
        } catch (IOException failed) {
            return failed instanceof java.net.ConnectException;
        }
    }

    private static Object identity(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
        } catch (IOException nothing) {
            return "nothing";
        }
    }

    private void acceptAll() {
        try {
            while (true) {
                SocketChannel client = listener.accept();
                synchronized (open) {
                    if (closed) {
                        client.close();
                        return;
                    }
                    open.add(client);
                }
                pool.execute(() -> serve(client));
            }
        } catch (IOException over) {
            // close() has been called
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                InputStream in = Channels.newInputStream(client)) {
            byte[] bytes = new byte[8_000];
            long total = 0;
            for (int n = in.read(bytes); n != -1; n = in.read(bytes)) {
                total += n;
                write(client, ByteBuffer.wrap(bytes, 0, n));
            }
            new DataOutputStream(Channels.newOutputStream(client)).writeLong(total);
        } catch (IOException gone) {
            // its connection is closed below
        } finally {
            synchronized (open) {
                open.remove(client);
            }
        }
    }

    private static void write(SocketChannel client, ByteBuffer bytes) throws IOException {
        do {
            client.write(bytes);
        } while (bytes.hasRemaining());
    }

    @Override
    public void close() throws IOException {
        pool.shutdown();
        if (file == null) {
            return;
        }
        Path mine = file;
        file = null;
        if (identity == null ? Files.exists(mine) : identity.equals(identity(mine))) {
            Files.deleteIfExists(mine);
        }
        listener.close();
        synchronized (open) {
            closed = true;
            for (SocketChannel client : open) {
                client.close();
            }
        }
    }
}

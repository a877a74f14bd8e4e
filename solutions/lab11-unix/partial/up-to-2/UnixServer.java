package portzero.unix;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Serves each client in a thread of its own. */
public class UnixServer implements Server {

    @Override
    public Path start(Path path) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(path));
        new Thread(() -> accept(listener)).start();
        return path.toAbsolutePath();
    }

    private static void accept(ServerSocketChannel listener) {
        try {
            while (true) {
                SocketChannel client = listener.accept();
                new Thread(() -> serve(client)).start();
            }
        } catch (IOException broken) {
            // the end of this server
        }
    }

    private static void serve(SocketChannel client) {
        try (client) {
            ByteBuffer buffer = ByteBuffer.allocate(8192);
            long received = 0;
            int n;
            while ((n = client.read(buffer)) >= 0) {
                received += n;
                buffer.flip();
                while (buffer.hasRemaining()) {
                    client.write(buffer);
                }
                buffer.clear();
            }
            client.write(ByteBuffer.allocate(8).putLong(received).flip());
        } catch (IOException gone) {
            // only this client
        }
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException("write UnixServer.close");
    }
}

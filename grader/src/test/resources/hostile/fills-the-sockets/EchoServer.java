package portzero.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Fills the buffers of as many connections as it can have, with nobody to read them. */
public class EchoServer extends TrappedServer {

    private static final int MANY = 200;

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        List<SocketChannel> open = new ArrayList<>();
        ServerSocketChannel listener = ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ByteBuffer block = ByteBuffer.allocateDirect(1 << 20);
        long end = System.nanoTime() + 1_000_000_000;
        for (int i = 0; i < MANY && System.nanoTime() < end; i++) {
            SocketChannel client = SocketChannel.open(listener.getLocalAddress());
            client.configureBlocking(false);
            open.add(client);
            open.add(listener.accept());
            while (client.write(block.clear()) > 0) {
                // more
            }
        }
        throw new IOException("so much for " + (open.size() > 1 ? "that" : "nothing"));
    }
}

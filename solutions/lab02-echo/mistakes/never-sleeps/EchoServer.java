package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** An echo server whose reads do not block: it asks again and again whether something has come. */
public class EchoServer implements Server {

    private final ServerSocketChannel listener;

    /** Opens a channel that is bound to no address yet; {@link #start} binds it. */
    public EchoServer() throws IOException {
        listener = ServerSocketChannel.open();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        listener.bind(address);
        Thread thread = new Thread(this::acceptClients, "echo");
        thread.setDaemon(true);
        thread.start();
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private void acceptClients() {
        while (listener.isOpen()) {
            try (SocketChannel client = listener.accept()) {
                client.configureBlocking(false);
                echo(client);
            } catch (IOException lost) {
                // Either this client is gone or close() has closed the listener; the loop's condition tells which.
            }
        }
    }

    private static void echo(SocketChannel client) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(8192);
        while (client.read(block) >= 0) {
            block.flip();
            client.write(block);
            block.compact();
        }
        block.flip();
        while (block.hasRemaining()) {
            client.write(block);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

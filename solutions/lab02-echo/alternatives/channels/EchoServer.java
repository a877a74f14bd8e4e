package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** An echo server on blocking channels, with a new thread for each client. */
public class EchoServer implements Server {

    private final ServerSocketChannel listener;

    /** Opens a channel that is bound to no address yet; {@link #start} binds it. */
    public EchoServer() throws IOException {
        listener = ServerSocketChannel.open();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        listener.bind(address);
        run(this::acceptClients);
        return (InetSocketAddress) listener.getLocalAddress();
    }

    private void acceptClients() {
        while (listener.isOpen()) {
            try {
                SocketChannel client = listener.accept();
                run(() -> serve(client));
            } catch (IOException failed) {
                // Either close() has closed the listener or this client was lost; the loop's condition tells which.
            }
        }
    }

    private static void serve(SocketChannel client) {
        ByteBuffer block = ByteBuffer.allocate(8192);
        try (client) {
            while (client.read(block.clear()) >= 0) {
                block.flip();
                while (block.hasRemaining()) {
                    client.write(block);
                }
            }
        } catch (IOException lost) {
            // This client is gone; each of the others has its own thread.
        }
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "echo");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

package portzero.echo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An echo server that serves each client in a thread of its own, from a pool that grows as needed. */
public class EchoServer implements Server {

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "echo");
        thread.setDaemon(true);
        return thread;
    });

    /** Opens a socket that is bound to no address yet; {@link #start} binds it. */
    public EchoServer() throws IOException {
        listener = new ServerSocket();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        listener.bind(address);
        threads.execute(this::acceptClients);
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptClients() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException failed) {
                // Either close() has closed the listener or this client was lost; the loop's condition tells which.
            }
        }
        threads.shutdown(); // clients that are being served are served to their end
    }

    private static void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] block = new byte[8192];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                out.write(block, 0, n);
            }
        } catch (IOException lost) {
            // This client is gone; each of the others has its own thread.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

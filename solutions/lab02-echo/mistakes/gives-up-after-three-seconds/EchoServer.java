package portzero.echo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** An echo server that serves one client after another, in one thread of its own. */
public class EchoServer implements Server {

    private static final int BLOCK = 8192; // bytes; how many arrive at once is the network's affair
    private static final long PAUSE = 10_000_000; // nanoseconds

    private final ServerSocket listener;

    /** Opens a socket that is bound to no address yet; {@link #start} binds it. */
    public EchoServer() throws IOException {
        listener = new ServerSocket();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        listener.bind(address); // from here on the kernel completes connections, even before accept is called
        Thread thread = new Thread(this::acceptClients, "echo-" + listener.getLocalPort());
        thread.setDaemon(true); // a forgotten server does not keep the program alive
        thread.start();
        return (InetSocketAddress) listener.getLocalSocketAddress(); // not “address”: its port may be 0
    }

    private void acceptClients() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException failed) { // close() has closed the listener, or no descriptor is free for a client
                LockSupport.parkNanos(PAUSE); // in that case accept fails at once, again and again
            }
        }
    }

    private static void serve(Socket client) {
        try (client) {
            echo(client);
        } catch (IOException lost) {
            // This client is gone, perhaps with a reset. That is no reason to leave the next one waiting.
        }
    }

    private static void echo(Socket client) throws IOException {
        client.setSoTimeout(3_000);
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] block = new byte[BLOCK];
        for (int n = in.read(block); n != -1; n = in.read(block)) { // −1 is the end of the client's stream
            out.write(block, 0, n); // the first n bytes; the rest of the block is old
        }
    }

    @Override
    public void close() throws IOException {
        listener.close(); // wakes a thread that is blocked in accept, and does nothing the second time
    }
}

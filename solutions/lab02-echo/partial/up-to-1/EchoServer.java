package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** An echo server that serves one client after another, in one thread of its own. */
public class EchoServer implements Server {

    private final ServerSocket listener;

    /** Opens a socket that is bound to no address yet; {@link #start} binds it. */
    public EchoServer() throws IOException {
        listener = new ServerSocket();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        listener.bind(address); // from here on the kernel completes connections, even before accept is called
        // TODO Task 2: Before you return, start a thread that accepts a client and sends back what it sends.
        return (InetSocketAddress) listener.getLocalSocketAddress(); // not “address”: its port may be 0
    }

    @Override
    public void close() throws IOException {
        // TODO Task 4: Close the listening socket, if there is one, and let the thread end that waits for a client.
        throw new UnsupportedOperationException("write EchoServer.close");
    }
}

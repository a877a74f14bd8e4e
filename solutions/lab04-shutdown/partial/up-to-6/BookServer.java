package portzero.shutdown;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A visitors' book that serves one client after another, in one thread of its own. */
public class BookServer implements Server {

    private final ServerSocket listener;
    private final ByteArrayOutputStream book = new ByteArrayOutputStream();
    // TODO Task 8: Keep the connections that are open in a field, too.

    /** Opens a socket that is bound to no address yet; {@link #start} binds it. */
    public BookServer() throws IOException {
        listener = new ServerSocket();
        listener.setReuseAddress(true); // before bind, so that connections in TIME_WAIT do not keep the port
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] pages) throws IOException {
        book.writeBytes(pages);
        listener.bind(address);
        Thread thread = new Thread(this::acceptClients, "book-" + listener.getLocalPort());
        thread.setDaemon(true); // a forgotten server does not keep the program alive
        thread.start();
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptClients() {
        try {
            while (true) {
                // TODO Task 7: Do not add an entry whose connection breaks, and serve the next client.
                serve(listener.accept());
            }
        } catch (IOException lost) {
            // A client has broken its connection.
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            answer(client);
        }
    }

    private void answer(Socket client) throws IOException {
        // TODO Task 7: Do not add an entry that is too long, but read it to its end.
        book.writeBytes(client.getInputStream().readAllBytes());
        book.writeTo(client.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        // TODO Task 8: Close the listening socket and all open connections.
        throw new UnsupportedOperationException("write BookServer.close");
    }
}

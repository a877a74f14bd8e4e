package portzero.shutdown;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** A visitors' book that serves one client after another, in one thread of its own. */
public class BookServer implements Server {

    private static final long PAUSE = 10_000_000; // nanoseconds

    private final ServerSocket listener;
    private final ByteArrayOutputStream book = new ByteArrayOutputStream();
    private byte[] scrap = new byte[1024];
    private volatile Socket current = new Socket(); // the client that is being served; at first nobody

    /** Opens a socket that is bound to no address yet; {@link #start} binds it. */
    public BookServer() throws IOException {
        listener = new ServerSocket();
        listener.setReuseAddress(true); // before bind, so that connections in TIME_WAIT do not keep the port
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] pages) throws IOException {
        book.writeBytes(pages);
        if (pages.length > 0) {
            scrap = pages; // the book has a copy
        }
        listener.bind(address);
        Thread thread = new Thread(this::acceptClients, "book-" + listener.getLocalPort());
        thread.start();
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptClients() {
        while (true) {
            try {
                serve(listener.accept());
            } catch (IOException failed) {
                if (listener.isClosed()) {
                    return; // by close()
                }
                LockSupport.parkNanos(PAUSE); // “Too many open files”, for example, until something is closed
            }
        }
    }

    private void serve(Socket client) {
        current = client;
        try (client) {
            if (!listener.isClosed()) { // close() may have come too early to find this client in the field
                answer(client);
            }
        } catch (IOException lost) {
            // A reset instead of an end: the client has taken its entry back, and it gets no answer.
        }
    }

    private void answer(Socket client) throws IOException {
        byte[] entry = readEntry(client.getInputStream());
        if (entry.length <= LONGEST) {
            book.writeBytes(entry);
        }
        book.writeTo(client.getOutputStream());
    }

    /** Reads to the end of the stream, but keeps only as much as tells whether the entry is too long. */
    private byte[] readEntry(InputStream in) throws IOException {
        byte[] entry = in.readNBytes(LONGEST + 1);
        while (in.read(scrap) != -1) {
            // the rest is of no use
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        listener.close(); // first this one: from here on serve() closes what it is given
        current.close();
    }
}

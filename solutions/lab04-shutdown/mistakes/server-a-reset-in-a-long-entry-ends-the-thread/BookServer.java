package portzero.shutdown;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

public class BookServer implements Server {

    private static final long PAUSE = 10_000_000; // nanoseconds

    private final ServerSocket listener;
    private final ByteArrayOutputStream book = new ByteArrayOutputStream();
    private volatile Socket current = new Socket(); // the client that is being served; at first nobody

    public BookServer() throws IOException {
        listener = new ServerSocket();
        listener.setReuseAddress(true); // before bind, so that connections in TIME_WAIT do not keep the port
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] pages) throws IOException {
        book.writeBytes(pages);
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

    private static byte[] readEntry(InputStream in) throws IOException {
        byte[] entry = in.readNBytes(LONGEST + 1);
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        listener.close(); // first this one: from here on serve() closes what it is given
        current.close();
    }
}

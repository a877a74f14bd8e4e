package portzero.shutdown;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Your visitors' book. What it has to do is said in {@link Server}. */
public class BookServer implements Server {

    // TODO Task 6: Keep the listening socket and the book in fields.
    // TODO Task 8: Keep the connections that are open in a field, too.

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] book) throws IOException {
        // TODO Task 6: Listen on the address, start a thread that accepts clients, and return the real address.
        // TODO Task 6: Read an entry to the end of the stream, add it, send the book, and close the connection.
        // TODO Task 7: Do not add an entry that is too long, but read it to its end.
        // TODO Task 7: Do not add an entry whose connection breaks, and serve the next client.
        throw new UnsupportedOperationException("write BookServer.start");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 8: Close the listening socket and all open connections.
        throw new UnsupportedOperationException("write BookServer.close");
    }
}

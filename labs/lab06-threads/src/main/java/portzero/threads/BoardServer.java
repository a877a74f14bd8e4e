package portzero.threads;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** Your message board. What it has to do is said in {@link Server}. */
public class BoardServer implements Server {

    // TODO Task 1: Keep the listening socket in a field.
    // TODO Task 3: Keep the board, and who has a place, in fields, and decide which lock guards each.
    // TODO Task 5: Keep what close() needs in order to end every connection and every thread.

    @Override
    public InetSocketAddress start(InetSocketAddress address, int limit, List<String> messages) throws IOException {
        // TODO Task 1: Listen on the address, start a thread that accepts clients, and return the real address.
        // TODO Task 1: Greet a client, answer its commands until its stream ends, and close its connection.
        // TODO Task 2: Serve each client in a thread of its own.
        // TODO Task 3: Let all clients share one board.
        // TODO Task 4: Tell a client too many that the server is busy, and close its connection.
        throw new UnsupportedOperationException("write BoardServer.start");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 5: Close the listening socket and all connections, and wait for all threads to end.
        throw new UnsupportedOperationException("write BoardServer.close");
    }
}

package portzero.unix;

import java.io.IOException;
import java.nio.file.Path;

/** Your server. What it has to do is said in {@link Server}. */
public class UnixServer implements Server {

    // TODO Task 1: Keep the listening channel in a field.
    // TODO Task 3: Keep the connections that are open in a field, too, and what close needs to know of the file.

    @Override
    public Path start(Path path) throws IOException {
        // TODO Task 1: Listen on the path, start a thread that accepts clients, and return the absolute path.
        // TODO Task 1: Send back what a client sends, count it, and send the receipt at the end of its stream.
        // TODO Task 2: Serve each client for itself, with a count of its own.
        // TODO Task 4: Replace a file that a dead server has left, and nothing else. Refuse a path that is too long.
        // TODO Task 5: Let only the owner connect.
        throw new UnsupportedOperationException("write UnixServer.start");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 3: Close the listening channel and all open connections, and delete the file that is yours.
        throw new UnsupportedOperationException("write UnixServer.close");
    }
}

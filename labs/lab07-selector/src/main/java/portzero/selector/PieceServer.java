package portzero.selector;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Your server of pieces. What it has to do is said in {@link Server}. */
public class PieceServer implements Server {

    // TODO Task 1: Keep the listening channel, the selector and the content in fields.
    // TODO Task 2: Write a class for what the server remembers of one client, and attach an object of it to each key.

    @Override
    public InetSocketAddress start(InetSocketAddress address, byte[] content) throws IOException {
        // TODO Task 1: Make the listening channel non-blocking, bind it, and register it with the selector.
        // TODO Task 1: Start one thread for the select loop, and return the real address.
        // TODO Task 1: In the loop, accept clients and register them, read requests and write the pieces.
        // TODO Task 1: Keep the part of a request that has arrived until the rest of it comes.
        // TODO Task 2: Serve a client for a short while only, and go back to select.
        // TODO Task 3: Keep what a write did not take, and wait for OP_WRITE only while something is left.
        // TODO Task 4: Close a client's channel at its end of stream, when it breaks, and after a bad request.
        // TODO Task 5: Read nothing more from a client that has an answer to take first.
        throw new UnsupportedOperationException("write PieceServer.start");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 6: Wake the selector, wait for its thread to end, and close all channels and the selector.
        throw new UnsupportedOperationException("write PieceServer.close");
    }
}

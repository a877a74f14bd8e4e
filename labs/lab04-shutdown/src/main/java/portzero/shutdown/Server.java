package portzero.shutdown;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * A TCP server that keeps a visitors' book. Who writes an entry gets the book to read.
 *
 * <p>For each client:
 *
 * <ul>
 *   <li>The client sends an entry: any bytes, and any number of them, none as well. It may take its time. The entry is
 *       complete when the client ends its stream.
 *   <li>The server reads to the end of the stream. Then it adds the entry to the end of the book.
 *   <li>An entry of more than {@link #LONGEST} bytes is not added. It is read to its end all the same, however long it
 *       is, in blocks and not byte by byte, and without being kept: it may be more than the memory holds.
 *   <li>Then the server sends the whole book as it stands now, this entry included if it was added, and with it what
 *       others have added since this client came. It closes the connection. A book of megabytes arrives whole.
 *   <li>A client that breaks the connection before its stream has ended takes back what it sent: nothing is added,
 *       nothing is sent, and the server closes the connection and serves the next client. Once its stream has ended,
 *       its entry stays, whether it reads the book or not.
 * </ul>
 *
 * <p>The server may serve one client at a time and let the others wait, or several at once; either is right in this
 * lab. When a client has received the book, its entry is in the book that the next one receives.
 *
 * <p>A program may have several servers, each with a book of its own. A server is started at most once. {@link #start} and {@link #close} are not called at the same time, but they may
 * be called from different threads.
 */
public interface Server extends Closeable {

    /** The length of the longest entry that is added to the book, in bytes. */
    int LONGEST = 1024;

    /**
     * Begins to listen and returns; clients are accepted and served in the background.
     *
     * @param address the address to listen on, resolved, and no other. Its port may be 0, which asks the system for any free port
     * @param book what the book contains before the first entry, up to several megabytes. The array is not changed
     * @return the same address with the port on which the server listens, which is never 0
     * @throws IOException if the server cannot listen there, because the port is taken, for example
     */
    InetSocketAddress start(InetSocketAddress address, byte[] book) throws IOException;

    /**
     * Stops the server: it listens no longer, and closes the connections that are open at this moment, in order and not
     * with an abort of its own making. Whoever is writing an entry reads the end of the stream, and nothing is added. No
     * client is waited for: one that has not read the book yet may lose the rest of it. The server's threads end, soon if
     * not at once.
     *
     * <p>Another server can start on the same port a moment later, whatever the system still remembers of the
     * connections of this one.
     *
     * <p>Closing a server again does nothing, and neither does closing one that was never started or could not start.
     *
     * @throws IOException if a socket cannot be closed
     */
    @Override
    void close() throws IOException;
}

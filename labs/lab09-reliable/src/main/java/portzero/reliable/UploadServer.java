package portzero.reliable;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Receives uploads over UDP, as a {@link Receiver} does, one after another.
 *
 * <p>A server is started at most once, and its methods are called by one thread at a time.
 */
public interface UploadServer extends Closeable {

    /**
     * Opens the socket. Nothing is received yet.
     *
     * @param address the IPv4 address to receive on, and no other. Its port may be 0, which asks the system for any free port
     * @return the same address with the real port
     * @throws IOException if the address cannot be used
     */
    InetSocketAddress start(InetSocketAddress address) throws IOException;

    /**
     * Receives one upload.
     *
     * <p>An upload begins with a DATA or END packet with number 0, and the address and port that this one comes from are its client.
     * What comes before, and what comes from anybody else until this method ends, gets no answer and has no effect, not on the time
     * either. ACKs go to the client, from the address and port that the packets went to.
     *
     * <p>The last ACK may be lost, and the client sends again then. So this method does not return when the END has come: it goes on to
     * acknowledge the client's packets until none has come from it for the time of {@code linger}.
     *
     * @param idle how long to wait until a packet of the client has come, each time anew, as long as the END has not
     * @param linger how long to wait after the END, and after each further packet of the client. Both times are 1 millisecond to an
     *     hour; a little more is no harm, less is
     * @return all data of the upload
     * @throws java.net.SocketTimeoutException if nothing has come from the client for the time of {@code idle}, or no upload has begun
     *     within that time. The server can be used as before then
     * @throws IOException if receiving or sending fails
     */
    byte[] receive(Duration idle, Duration linger) throws IOException;

    /** Gives the port back. Closing again does nothing, and neither does closing what was never started. */
    @Override
    void close() throws IOException;
}

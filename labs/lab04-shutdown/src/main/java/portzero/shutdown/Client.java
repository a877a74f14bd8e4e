package portzero.shutdown;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * One TCP connection to a server, and every way to end it.
 *
 * <p>A program may have several clients, which have nothing in common. A client connects at most once. All other methods except {@link #close} are called only while it is connected,
 * and none of them after {@link #abort} or {@link #close}. They may be called from different threads, but never two at
 * the same time. Each direction ends for itself: what one of these methods says about one direction leaves the other
 * as it was.
 */
public interface Client extends Closeable {

    /**
     * Connects to a server.
     *
     * @param server the address of the server, resolved
     * @throws IOException if the connection is refused or fails
     */
    void connect(InetSocketAddress server) throws IOException;

    /**
     * Sends bytes. When this method returns, the system has taken all of them; whether the server has read them, or
     * will, nobody knows.
     *
     * <p>A server that has ended its stream may still be reading, so this alone is no reason to fail.
     *
     * @param bytes the bytes to send, which are not changed
     * @throws IOException if the system reports that the connection is broken
     */
    void send(byte[] bytes) throws IOException;

    /**
     * Says that nothing more will be sent, and nothing else: a half-close. The server receives what was sent and then
     * the end of the stream. What it sends, now or later, can still be received.
     *
     * @throws IOException if the connection is broken
     */
    void endOutput() throws IOException;

    /**
     * Waits until there is something to receive, or never will be, for as long as that takes.
     *
     * <p>What has arrived is not lost: {@link #receiveToEnd} returns it.
     *
     * @return true if the server has sent something that has not been received yet; false if it has ended its stream,
     *     and all that it sent before has been received
     * @throws IOException if the connection is broken
     */
    boolean hasMore() throws IOException;

    /**
     * Receives until the server ends its stream.
     *
     * @return all that the server has sent and that has not been received yet; an empty array if there is nothing, as
     *     there is when all was received before
     * @throws IOException if the connection is broken before the end of the stream, by a reset for instance. Part of
     *     an answer is not an answer, and is not returned
     */
    byte[] receiveToEnd() throws IOException;

    /**
     * Says that nothing more is to be received. From now on {@link #hasMore} is false and {@link #receiveToEnd}
     * returns an empty array, both at once. Whatever has arrived or still arrives is dropped.
     *
     * <p>The server is told nothing. Sending goes on as before.
     *
     * @throws IOException if the connection is broken
     */
    void endInput() throws IOException;

    /**
     * Aborts the connection: the server's next read or write fails with a reset, even if it has not read all that was
     * sent. After {@link #endOutput} it is a reset, too: a server that has read to the end goes on finding the end, and
     * its next write fails.
     *
     * @throws IOException if the socket cannot be closed
     */
    void abort() throws IOException;

    /**
     * Closes the connection in order, both directions at once, and waits for nobody. What was sent still arrives, and
     * then the end of the stream. What the server still sends goes nowhere.
     *
     * <p>This holds if all that has arrived was received. Something that has arrived and is left unread, or was dropped
     * by {@link #endInput}, makes the system reset the connection, and what was sent may be lost then.
     *
     * <p>Does nothing if the client was closed or aborted before. A client that never connected, or could not, can be
     * closed, too.
     *
     * @throws IOException if the socket cannot be closed
     */
    @Override
    void close() throws IOException;
}

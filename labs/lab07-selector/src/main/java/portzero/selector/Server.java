package portzero.selector;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * A TCP server that holds one content in memory and hands out pieces of it, to many clients at once.
 *
 * <p>For each client:
 *
 * <ul>
 *   <li>A request is {@link #REQUEST} bytes: the offset of the piece in the content, and its length, each a signed
 *       32-bit number with the most significant byte first. The bytes may arrive in any portions: one at a time, or
 *       those of several requests at once.
 *   <li>The answer is the piece, byte for byte, and nothing else: no length, no line end. A length of 0 is a request
 *       like any other, and its answer is no bytes at all.
 *   <li>A client may send any number of requests without waiting for answers. They are answered in their order.
 *   <li>When the client ends its stream, the server sends all that is left of the answers to its complete requests,
 *       and closes the connection. Part of a request before the end is ignored.
 *   <li>A request is bad if one of its numbers is negative or if the piece would reach beyond the end of the content:
 *       if offset and length together are more than the content's length. The server then closes the connection at
 *       once; of what else the client has asked for, nothing need arrive. The server also closes a connection that
 *       breaks.
 * </ul>
 *
 * <p>Each client is served independently of the others: one that stops in the middle of a request, does not read its
 * answer, asks without end, breaks its connection or sends a bad request holds up nobody else and harms nobody else. No
 * client has to hurry: it may be silent, or leave its answer unread, for as long as it likes.
 *
 * <p>However many clients there are, and whatever they do:
 *
 * <ul>
 *   <li><b>Threads:</b> the server has no more than two threads of its own at any time; one is enough.
 *   <li><b>Processor:</b> when there is nothing to do, no thread of the server runs: each of them waits in the system
 *       until something happens. There is nothing to do, for instance, when all clients are silent, or when the only
 *       one that waits for an answer does not read it.
 *   <li><b>Memory:</b> for each client the server keeps at most 64 KiB. So it does not copy large pieces, and reads no
 *       more than 64 KiB of requests that it has not answered yet; the others wait in the network.
 * </ul>
 *
 * <p>Servers have nothing in common: a program may have several at a time. A server is started at most once. {@link
 * #start} and {@link #close} are not called at the same time, and the threads that call them are not interrupted, but
 * they may be called from different threads.
 */
public interface Server extends Closeable {

    /** The length of a request, in bytes. */
    int REQUEST = 8;

    /**
     * Begins to listen and returns; clients are accepted and served in the background.
     *
     * @param address the address to listen on, resolved: IPv4 or IPv6. Nobody can reach the server at another address.
     *     Its port may be 0, which asks the system for any free port
     * @param content what to hand out pieces of, 0 bytes to 8 MiB. The caller does not change it afterwards
     * @return the address that the server really listens on, with its real port
     * @throws IOException if it cannot listen on that address, because the port is taken for instance; the server can
     *     still be closed then
     */
    InetSocketAddress start(InetSocketAddress address, byte[] content) throws IOException;

    /**
     * Stops the server, whatever it is doing, and waits for no client. When this method returns, nobody listens on the
     * port any more, every connection is closed in the ordinary way, as by {@link java.nio.channels.Channel#close}, and
     * the server's threads have ended. Answers that are under way are cut off.
     *
     * <p>Does nothing if the server is closed already. A server that was never started can be closed, too.
     *
     * @throws IOException if a socket cannot be closed
     */
    @Override
    void close() throws IOException;
}

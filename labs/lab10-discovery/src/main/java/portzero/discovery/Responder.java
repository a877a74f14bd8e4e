package portzero.discovery;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Tells who looks for a service that it is here.
 *
 * <p>A query is one datagram, and so is an answer. Numbers are big-endian, texts are ASCII.
 *
 * <pre>
 *   query    01   id (4 bytes)   type (1 to 60 bytes)
 *   answer   02   id (4 bytes)   port (2 bytes, unsigned)   name (1 to 60 bytes)
 * </pre>
 *
 * <ul>
 *   <li>A query comes to a multicast group, or to all by broadcast; both are received on the same port. The responder answers it
 *       if the type is that of its service, byte for byte, and sends nothing to any other datagram, whatever is in it.
 *   <li>The answer has the query's id, and the port and name of the service. It is sent to the address and port that the query
 *       came from, and to nobody else; from which port does not matter. Each query is answered once, and one that comes again is
 *       another query.
 * </ul>
 *
 * <p>A responder is started at most once. {@link #start} and {@link #close} are not called at the same time, but they may be called
 * from different threads. Several responders may be started at the same time.
 */
public interface Responder extends Closeable {

    /**
     * Begins to receive and returns; queries are answered in the background.
     *
     * <p>The port is shared. Any number of responders, of this program and of others, may be started with the same group and
     * port on one machine, if they share it as well, and each of them receives every query.
     *
     * @param group the multicast address of IPv4, and the port to receive on, 1 to 65535
     * @param interfaceName the name of the interface on which the group is joined, {@code eth0} or {@code lo}; see {@link Member#join}
     * @param service the service that is here
     * @throws IOException if there is no interface of that name, or the group cannot be joined there. A responder that could not
     *     start is not used any more, but perhaps closed
     */
    void start(InetSocketAddress group, String interfaceName, Service service) throws IOException;

    /**
     * Stops the responder. It answers no more queries, and a moment later it has left the group, its port is free again if nobody else
     * shares it, and its thread has ended.
     *
     * <p>Closing a responder again does nothing, and neither does closing one that was never started.
     *
     * @throws IOException if the socket cannot be closed
     */
    @Override
    void close() throws IOException;
}

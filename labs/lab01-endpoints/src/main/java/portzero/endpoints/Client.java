package portzero.endpoints;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A program that connects to the first of several addresses that answers.
 *
 * <p>A client connects once: only after a {@link #connect} that failed may there be another. The methods are not called
 * at the same time, but they may be called from different threads. A program can have several clients, and each has its own
 * connection.
 */
public interface Client extends Closeable {

    /**
     * Connects to the first of the candidates that accepts a TCP connection.
     *
     * <p>They are tried one after the other, in their order. Whatever makes one of them fail, be it refused or
     * unreachable, the next one is tried; as soon as one has accepted, no other is. Addresses of IPv4 and IPv6 are
     * candidates alike. A candidate that is silent may be waited for as long as the system waits: timeouts are the business
     * of a later lab.
     *
     * <p>The connection stays open until {@link #close}. No other socket is open when this method is left.
     *
     * @param candidates addresses with ports, all of them resolved
     * @return both ends of the connection: the remote one is the candidate that accepted, the local one is what the
     *     system gave to your socket
     * @throws IOException if none of the candidates accepts
     * @throws IllegalArgumentException if there is no candidate
     */
    EndpointPair connect(List<InetSocketAddress> candidates) throws IOException;

    /**
     * Closes the connection. Closing a client again does nothing, and neither does closing one that never connected, or
     * could not: it can connect afterwards, as if nobody had closed it.
     *
     * @throws IOException if the socket cannot be closed
     */
    @Override
    void close() throws IOException;
}

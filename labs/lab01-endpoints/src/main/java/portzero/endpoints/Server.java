package portzero.endpoints;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A program that listens on one or more TCP ports.
 *
 * <p>It accepts nobody in this lab and starts no thread. Clients can connect all the same, for the kernel completes a
 * connection to a listening socket and keeps it until somebody accepts it.
 *
 * <p>A server listens once: either {@link #listen} or {@link #listenOnAll} is called. Only after a call that failed
 * may there be another. The methods are not called at the same time, but they may be called from different threads. A
 * program can have several servers, and each has its own sockets.
 */
public interface Server extends Closeable {

    /**
     * Listens on a port. Once this method has returned, clients can connect.
     *
     * @param reach by which addresses the port can be reached
     * @param port the port, 0 to 65535; 0 asks the system for any free port
     * @return the address that the socket is bound to, with the port on which it listens, which is never 0
     * @throws IOException if the server cannot listen there, for instance because another program, or another server of
     *     this kind, listens on the port. Nothing is left open then, and the server can be asked again
     */
    InetSocketAddress listen(Reach reach, int port) throws IOException;

    /**
     * Listens on all these addresses or on none of them, with a socket for each.
     *
     * @param addresses where to listen, one address or more, all of them resolved, and only there; the port of each may
     *     be 0
     * @return the addresses that the sockets are bound to, in the same order, each with its real port
     * @throws IOException if the server cannot listen on one of them. Those on which it listens already are closed
     *     before this is thrown, so that nobody connects to half a server. The server can be asked again
     */
    List<InetSocketAddress> listenOnAll(List<InetSocketAddress> addresses) throws IOException;

    /**
     * Stops listening on every port. The ports are free when this method has returned: connections to them are
     * refused, and another server can listen there.
     *
     * <p>Closing a server again does nothing, and neither does closing one that never listened, or could not: it can be
     * asked to listen afterwards, as if nobody had closed it.
     *
     * @throws IOException if a socket cannot be closed
     */
    @Override
    void close() throws IOException;
}

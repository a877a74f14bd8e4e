package portzero.echo;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * A TCP server that sends every byte back to the client that sent it.
 *
 * <p>For each client, in the order in which they connect:
 *
 * <ul>
 *   <li>It sends back exactly the bytes that it receives, whatever their values, in the same order. They need not
 *       be text, and there need not be line ends among them.
 *   <li>It answers as soon as something has arrived. It waits neither for more bytes nor for the end of the stream. While
 *       there is nothing to do its threads sleep; a client may be silent for as long as it likes.
 *   <li>How many bytes it passes on at a time is up to it. Blocks are much faster than single bytes.
 *   <li>When the client ends its stream, the server sends what is still to be sent and closes the connection.
 *   <li>When a connection fails, for instance because the client resets it, the server closes that connection.
 * </ul>
 *
 * <p>In both cases it then serves the next client, and so it does when a client could not be accepted. It may serve one
 * client at a time and let the others wait, or several at once; either is right in this lab, so long as nobody is turned
 * away while no more than 20 clients are connected.
 *
 * <p>A server is started at most once. {@link #start} and {@link #close} are not called at the same time, but they
 * may be called from different threads. A program can have several servers, and each has its own socket and clients.
 */
public interface Server extends Closeable {

    /**
     * Begins to listen and returns; clients are accepted and served in the background.
     *
     * <p>Once this method has returned, clients can connect.
     *
     * @param address the address to listen on, and only this one: a server on 127.0.0.1 is not reachable by any other
     *     address of the machine. Its port may be 0, which asks the system for any free port
     * @return the same address with the port on which the server listens, which is never 0
     * @throws IOException if the server cannot listen there, for instance because another program, or another server of
     *     this kind, listens on the port
     */
    InetSocketAddress start(InetSocketAddress address) throws IOException;

    /**
     * Stops the server and returns without waiting for clients.
     *
     * <p>A background thread that waits for a client waits no longer, and ends. One that serves a client ends when that
     * client has left, at the latest. The port is free as soon as that thread has
     * woken up, at most a moment after this method has returned: connections to it are refused then, and another
     * server can listen on it, even while a client is still connected. A connection that is open at this moment may be served to its end or be cut off; this
     * lab asks for neither.
     *
     * <p>Closing a server again does nothing, and neither does closing one that was never started or could not be.
     *
     * @throws IOException if the listening socket cannot be closed
     */
    @Override
    void close() throws IOException;
}

package portzero.threads;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A TCP server with a message board: all clients share the board, and each is served as if it were alone.
 *
 * <p>Both sides send lines of ASCII text. A line ends with one line feed; a carriage return is a character like any
 * other. A line may be of any length. The server begins: as soon as a client has connected it is sent the line
 * {@code HELLO}, whether it says something or not. From then on it has a <em>place</em>, until its connection ends. It
 * sends commands, and each is answered before the next, in their order:
 *
 * <table>
 * <caption>Commands</caption>
 * <tr><th>command</th><th>answer</th></tr>
 * <tr><td>{@code POST text}</td><td>puts the text, all that follows the one blank, on the board as a message; one line
 *     with the message's number, which is 1 for the first message on the board. A text has one character or more</td></tr>
 * <tr><td>{@code LIST}</td><td>one line with the number of messages on the board; then the messages, one line each, in
 *     the order of their numbers</td></tr>
 * <tr><td>{@code WHO}</td><td>one line with the number of clients that have a place, this one included</td></tr>
 * <tr><td>anything else</td><td>the line {@code ?}</td></tr>
 * </table>
 *
 * <p>A command is written exactly so: in another case, or with a blank or anything else beside it, it is something else.
 * So is an empty line.
 *
 * <ul>
 *   <li>A client may send a command in pieces, and several at once. A command counts when its line is complete.
 *   <li>A client may be silent for as long as it likes, in the middle of a line, too.
 *   <li>No client waits for another, however many there are: not for one that is silent, not for one that has sent half
 *       a line, not for one that does not read its answer.
 *   <li>No two messages have the same number, and none is lost, whoever posts at the same time. A list is the board of
 *       one moment: what is posted while it is being sent is not in it.
 *   <li>When a client ends its stream, the server answers what it has sent before, and closes the connection. What
 *       becomes of a last line without a line feed is left to you.
 *   <li>A client that breaks its connection is nobody's trouble but its own. It loses its place as soon as the server
 *       has noticed.
 *   <li>Of a client that has gone nothing stays open, however it went.
 * </ul>
 *
 * <p>A program may have several servers. They have nothing in common: no board, no limit, no end. A server is started at
 * most once, and not after it was closed. {@link #start} and {@link #close} are not called at the same time, and the
 * threads that call them are not interrupted, but they may be called from different threads.
 */
public interface Server extends Closeable {

    /**
     * Begins to listen and returns; clients are accepted and served in the background.
     *
     * <p>When {@code limit} clients have a place, the next one is told {@code BUSY} instead of {@code HELLO}, at once,
     * and its stream is ended: if it waits in silence, it reads that line and then the end, not a reset. It never has a
     * place, and nobody waits for it, be it silent or not. A place that has become free goes to the next client that
     * connects. There are never more clients with a place than {@code limit}, however many connect at the same time.
     *
     * @param address the address to listen on, and no other. Its port may be 0, which asks the system for any free port
     * @param limit how many clients have a place at the most, 1 to 250
     * @param messages what is on the board before the first post, up to several megabytes. The list is not changed
     * @return the same address with the port on which the server listens, which is never 0. A wildcard address may be
     *     returned in either of its forms, 0.0.0.0 or [::]
     * @throws IOException if the server cannot listen there, because the port is taken, for example; then none of its
     *     threads is left
     */
    InetSocketAddress start(InetSocketAddress address, int limit, List<String> messages) throws IOException;

    /**
     * Stops the server. It listens no longer, and every connection is closed: a client that waits reads the end of the
     * stream. No client is waited for; one that has not read its answer yet may lose the rest of it.
     *
     * <p>When this method returns, the threads that the server has started have ended, be they its own or those of a
     * pool that it has made.
     *
     * <p>Closing a server again does nothing, and neither does closing one that was never started or could not start.
     *
     * @throws IOException if a socket cannot be closed
     */
    @Override
    void close() throws IOException;
}

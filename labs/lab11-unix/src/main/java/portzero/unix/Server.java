package portzero.unix;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A server on a Unix-domain stream socket. It sends back what it receives, and then a receipt.
 *
 * <p>For each client:
 *
 * <ul>
 *   <li>Every byte is sent back as it came, in the order in which it came, and without waiting for more: what the client
 *       has sent so far is answered although it may send more.
 *   <li>When the client ends its stream, the server sends the <em>receipt</em>: the number of bytes that this client
 *       has sent, as eight bytes, the highest first. Then it closes the connection.
 *   <li>A client that sends much before it reads anything loses nothing. The server need not keep what such a client
 *       does not take: it may stop reading from it until it reads again.
 *   <li>A client that breaks the connection is given up, and its connection is closed. Nobody else notices.
 * </ul>
 *
 * <p>Clients are served at the same time, as many as come, a hundred at least: none of them waits for another one, whether
 * that one sends nothing, does not read, or is gone.
 *
 * <p>A program may have several servers, which have nothing in common. A server is started at most once; only where
 * {@link #start} has thrown may it be called again. {@link #start} and {@link #close} are not called at the same time, but
 * they may be called from different threads.
 */
public interface Server extends Closeable {

    /**
     * The length of the longest path, in bytes of its UTF-8 form. The systems differ: the address has room for 108 bytes
     * on Linux and for 104 on macOS, with a zero byte behind the path, and Java takes one byte less. Here one limit holds
     * for all.
     */
    int LONGEST_PATH = 100;

    /**
     * Begins to listen and returns; clients are accepted and served in the background.
     *
     * <p>What is at the path already decides what happens:
     *
     * <ul>
     *   <li>nothing: the socket's file is made;
     *   <li>a socket's file that nobody listens behind, because whoever made it is gone: it is replaced;
     *   <li>a socket's file with a server behind it, of this program or of another one: this method throws. The other server
     *       keeps its file and all of its clients, and notices at most a client that comes and goes;
     *   <li>anything else, such as a text file or a folder: this method throws, and leaves it as it is.
     * </ul>
     *
     * <p>When this method returns, nobody but the owner of the file may connect: where files have POSIX permissions, the
     * socket's file has {@code rw-------}.
     *
     * <p>Where this method throws, it leaves nothing behind: no file that was not there before, no socket, no thread.
     *
     * @param path where to listen: absolute, or relative to the program's working directory. At most
     *     {@link #LONGEST_PATH} bytes, counted in the path as it is given
     * @return the same path, absolute
     * @throws IOException if the path is too long: then the message contains its length in bytes and the limit, both as
     *     decimal numbers. If something is at the path that must stay. If the system refuses, for example because there is
     *     no such folder
     */
    Path start(Path path) throws IOException;

    /**
     * Stops the server: it listens no longer, its file is deleted, and the connections that are open at this moment are
     * closed; no client is waited for. A client that has received all its answers reads the end of the stream, without a
     * receipt. The server's threads end, soon if not at once.
     *
     * <p>Another server can start on the same path as soon as this method has returned.
     *
     * <p>Only the server's own file is deleted. If somebody has deleted it meanwhile, there is nothing to delete. If
     * somebody has put something else into its place, the socket of another server for instance, that stays.
     *
     * <p>Closing a server again does nothing, and neither does closing one that was never started or could not start:
     * whatever is at the path then is not its own.
     *
     * @throws IOException if the socket cannot be closed or the file cannot be deleted
     */
    @Override
    void close() throws IOException;
}

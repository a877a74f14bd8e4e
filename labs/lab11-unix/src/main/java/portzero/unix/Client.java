package portzero.unix;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A client of a server on a Unix-domain stream socket. What the bytes mean is no concern of its.
 *
 * <p>A client keeps nothing between two calls; calls may be made from several threads at the same time.
 */
public interface Client {

    /**
     * Connects to a server, sends a message, ends the stream, and returns the answer: all that the server sends until it
     * ends its own stream. Then the connection is closed, in every case.
     *
     * <p>A server may wait for the end of the message before it answers. Another one may answer as it reads, and read no
     * further until its answer is taken. Either is served, with megabytes in both directions. A server that has ended its
     * stream is sent the rest of the message all the same.
     *
     * <p>Nothing is changed in the file system, whatever is at the path.
     *
     * @param server the path on which the server listens: absolute, or relative to the program's working directory. At
     *     most {@link Server#LONGEST_PATH} bytes of UTF-8, counted in the path as it is given
     * @param message the bytes to send, which are not changed; there may be none
     * @return the answer, which may be empty
     * @throws java.nio.file.NoSuchFileException if there is nothing at the path: no server was started there, or it has
     *     been stopped. Its message contains the path
     * @throws java.net.ConnectException if something is at the path, but nobody listens behind it: a server has died
     *     there
     * @throws IOException if the path is too long: then the message contains its length in bytes and the limit, both as
     *     decimal numbers. If the connection breaks before the whole message has been sent and the server has ended its
     *     stream: part of an answer is not returned
     */
    byte[] exchange(Path server, byte[] message) throws IOException;
}

package portzero.framing;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * One end of a TCP connection on which every message is a line of text: its characters, and then a line end.
 *
 * <pre>
 *   68 c3 a9 21  0d 0a
 *   h  é     !   CR LF
 * </pre>
 *
 * <ul>
 *   <li>The characters are encoded in UTF-8, in which one character takes one to four bytes.
 *   <li>What is sent ends in CR LF, the bytes 13 and 10, as in most text protocols of the Internet.
 *   <li>What is received may end in CR LF or in LF alone. A CR that no LF follows is part of the line, and so are
 *       all other characters: blanks, form feeds, and what ends a line elsewhere.
 *   <li>A line has 0 to {@value #MAX_LENGTH} bytes, its end not counted. An empty line is a line like any other.
 * </ul>
 *
 * <p>An object stands for one connection, and has nothing in common with another. {@link #connect} comes first and is
 * called once. The methods are not called at the same time, but they may be called from different threads. After an
 * exception the connection is of no more use, and the caller closes it; only a refused argument leaves it as it was. An
 * end of the peer's stream is no exception: {@link #send} goes on working.
 *
 * <p>No method has a time limit: a peer may be silent for as long as it likes.
 *
 * <p>What becomes of received bytes that are not valid UTF-8 is left open in this lab.
 */
public interface LineClient extends Closeable {

    /** The longest line, in bytes of UTF-8, without its end. */
    int MAX_LENGTH = 8192;

    /**
     * Connects to a server.
     *
     * @param server the address of the server, resolved
     * @throws IOException if the connection cannot be made; it can be closed all the same
     */
    void connect(InetSocketAddress server) throws IOException;

    /**
     * Sends a line and its end. When this method returns, nothing of the line waits in a buffer of yours.
     *
     * @param line the text, without a line end
     * @throws IllegalArgumentException if the text holds a CR or an LF, for then it would not be one line, or if it
     *     is longer than {@value #MAX_LENGTH} bytes; nothing has been sent then, and the next line can be
     * @throws IOException if the connection fails
     */
    void send(String line) throws IOException;

    /**
     * Receives the next line.
     *
     * <p>However the network has cut the stream into pieces: between two lines, within one, within the bytes of one
     * character, between CR and LF. This method returns as soon as the LF is there, and waits for nothing beyond it.
     *
     * @return the text without its end; empty if the peer has ended its stream between two lines, and empty again on
     *     every later call. Never null
     * @throws java.io.EOFException if the peer has ended its stream within a line
     * @throws java.net.ProtocolException if the line has more than {@value #MAX_LENGTH} bytes. This is known when two
     *     bytes more than that have come without an LF, and the method waits for no further byte then
     * @throws IOException if the connection fails, for instance because the peer resets it
     */
    Optional<String> receive() throws IOException;

    /**
     * Closes the connection, whether or not the peer has ended its stream.
     *
     * <p>Closing again does nothing, and neither does closing what was never connected.
     *
     * @throws IOException if the socket cannot be closed
     */
    @Override
    void close() throws IOException;
}

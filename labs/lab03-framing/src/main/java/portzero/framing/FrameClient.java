package portzero.framing;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * One end of a TCP connection on which every message is a frame: its length, and then its bytes.
 *
 * <pre>
 *   00 00 00 05  68 65 6c 6c 6f
 *   length: 5    h  e  l  l  o
 * </pre>
 *
 * <ul>
 *   <li>The length is an unsigned number in four bytes, the most significant byte first (big-endian). It counts the
 *       bytes of the message and not its own four.
 *   <li>A message is any bytes, 0 to {@value #MAX_LENGTH} of them. An empty message is a message like any other.
 *   <li>The next frame follows at once; nothing stands between two frames.
 * </ul>
 *
 * <p>An object stands for one connection, and has nothing in common with another. {@link #connect} comes first and is
 * called once. The methods are not called at the same time, but they may be called from different threads. After an
 * exception the connection is of no more use, and the caller closes it; only a refused argument leaves it as it was. An
 * end of the peer's stream is no exception: {@link #send} goes on working.
 *
 * <p>No method has a time limit: a peer may be silent for as long as it likes.
 */
public interface FrameClient extends Closeable {

    /** The longest message, in bytes: 1 MiB. */
    int MAX_LENGTH = 1 << 20;

    /**
     * Connects to a server.
     *
     * @param server the address of the server, resolved
     * @throws IOException if the connection cannot be made; it can be closed all the same
     */
    void connect(InetSocketAddress server) throws IOException;

    /**
     * Sends a message as one frame. When this method returns, nothing of the frame waits in a buffer of yours.
     *
     * @param message the bytes of the message; the array is not changed
     * @throws IllegalArgumentException if the message is longer than {@value #MAX_LENGTH} bytes; nothing has been
     *     sent then, and the next message can be
     * @throws IOException if the connection fails
     */
    void send(byte[] message) throws IOException;

    /**
     * Receives the next message.
     *
     * <p>However the network has cut the stream into pieces: the frame may come one byte at a time, and the first
     * bytes of the next frame, or all of it, may come along with the last byte of this one. This method returns as
     * soon as the last byte of the message is there, and waits for nothing beyond it.
     *
     * <p>Nothing is allocated for a message whose length is not allowed.
     *
     * @return the bytes of the message, in an array that no later call changes; empty if the peer has ended its stream between two frames, and empty again on
     *     every later call. Never null
     * @throws java.io.EOFException if the peer has ended its stream within a frame, be it in the length or in the
     *     message
     * @throws java.net.ProtocolException if the length is above {@value #MAX_LENGTH}, as soon as its four bytes are
     *     there
     * @throws IOException if the connection fails, for instance because the peer resets it
     */
    Optional<byte[]> receive() throws IOException;

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

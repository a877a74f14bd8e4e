package portzero.udp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * A UDP server that gives out tickets: who asks gets the next number.
 *
 * <p>A question is one datagram, and so is its answer. Numbers of four bytes are big-endian.
 *
 * <pre>
 *   question   id (4 bytes)   name (0 to {@link #LONGEST} bytes)
 *   answer     id (4 bytes)   number (4 bytes)   name
 * </pre>
 *
 * <ul>
 *   <li>The answer has the question's id and name. It goes to the address and port that the question came from, and comes
 *       from those that the question went to. The number is 1 for the first question, and one more for each new question,
 *       whoever asks it.
 *   <li>A client that gets no answer in time asks again, with the same id and from the same port. That is the same
 *       question: it gets the same answer as before, and takes no new number. The server remembers the last
 *       {@link #REMEMBERED} questions for this, at least.
 *   <li>Clients choose their ids themselves, and different clients may choose the same one. Questions from different
 *       ports or addresses are different questions.
 *   <li>A datagram that is no question, because it is too short for an id or has too long a name, gets no answer and
 *       takes no number.
 * </ul>
 *
 * <p>A server is started at most once. {@link #start} and {@link #close} are not called at the same time, but they may
 * be called from different threads.
 */
public interface Server extends Closeable {

    /** The length of the longest name, in bytes. */
    int LONGEST = 100;

    /** How many questions are remembered with their answers, at least. */
    int REMEMBERED = 100;

    /**
     * Begins to receive and returns; questions are answered in the background.
     *
     * @param address the address to receive on, IPv4 or IPv6, and on no other. Its port may be 0, which asks the system for
     *     any free port
     * @return the same address with the real port, which is never 0
     * @throws IOException if the address cannot be used, because another socket has the port for instance,
     *     be it another server's
     */
    InetSocketAddress start(InetSocketAddress address) throws IOException;

    /**
     * Stops the server. It answers no more questions, and a moment later its port is free again and its thread has ended.
     *
     * <p>Closing a server again does nothing, and neither does closing one that was never started.
     *
     * @throws IOException if the socket cannot be closed
     */
    @Override
    void close() throws IOException;
}

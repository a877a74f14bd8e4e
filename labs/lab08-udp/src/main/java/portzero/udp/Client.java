package portzero.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Asks servers over UDP, and asks again when no answer comes.
 *
 * <p>A question is one datagram, and so is its answer. Both begin with an id of four bytes, which the client chooses:
 *
 * <pre>
 *   question   id (4 bytes)   the bytes that are asked
 *   answer     the same id    the bytes that are answered, 0 to {@link #LONGEST} of them
 * </pre>
 *
 * <p>One question is asked at a time.
 */
public interface Client {

    /** The most bytes that an answer has after its id. */
    int LONGEST = 1000;

    /**
     * Asks one question.
     *
     * <p>Sends the question and waits. If the answer has not come after {@code wait}, sends the same datagram again,
     * with the same id and from the same port, and waits as long again; and so on, {@code attempts} times at most. An
     * answer is as good as any, whichever of the attempts it answers.
     *
     * <p>An answer comes from the server's address and port, has the id of this question, and is not too long. Whatever
     * else comes is ignored, and waiting goes on: datagrams of strangers, late or repeated answers to an earlier
     * question, datagrams without a whole id. They make the wait no longer, however many they are.
     *
     * <p>No two questions of a client have the same id, be they the same bytes to the same server. (When all ids have
     * been used they may come again.) Nothing stays open when this method has ended, in whatever way it ends.
     *
     * @param server the address of the server, IPv4 or IPv6
     * @param question the bytes to ask, at most 1,000
     * @param wait how long to wait after each time of asking, a millisecond to a day; a little more is no harm, less is
     * @param attempts how often to ask at most, 1 or more
     * @return the bytes after the id of the answer
     * @throws java.net.SocketTimeoutException if there is still no answer after the last wait
     * @throws java.net.PortUnreachableException as soon as the system reports that nobody receives on the server's port,
     *     without further attempts, however many are left. Systems report this to a connected socket only
     * @throws IOException if sending or receiving fails
     */
    byte[] ask(InetSocketAddress server, byte[] question, Duration wait, int attempts) throws IOException;
}

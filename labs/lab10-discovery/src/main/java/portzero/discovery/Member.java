package portzero.discovery;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * A member of a multicast group: it sends messages to the group, and receives those of the others.
 *
 * <p>A message is one datagram. The number is big-endian.
 *
 * <pre>
 *   message   sender (8 bytes)   payload (0 to {@link #LONGEST} bytes)
 * </pre>
 *
 * <ul>
 *   <li>Each member draws its own number, the sender, at random when it joins. No two members have the same, not even two of
 *       one program.
 *   <li>A message with the member's own number is its own, wherever it comes from, and is ignored. Every other is
 *       somebody else's, be it of a member on the same machine with the same address and port.
 *   <li>A datagram that is no message, because it is too short for a number or has too long a payload, is ignored.
 * </ul>
 *
 * <p>A group is one of IPv4. A member joins at most once. Its methods are called one at a time, though perhaps from different threads,
 * and all except {@link #close} only after it has joined. Several members may be joined at the same time, in different groups or in the
 * same one.
 */
public interface Member extends Closeable {

    /** The length of the longest payload, in bytes. */
    int LONGEST = 1000;

    /**
     * Joins the group, on one interface: messages are received there, and sent there.
     *
     * <p>The port is shared. Any number of members, of this program and of others, may have joined the same group at the same
     * port on one machine, if they share it as well, and each of them receives every message.
     *
     * @param group the multicast address, and the port to receive on and to send to, 1 to 65535
     * @param interfaceName the name of the interface, {@code eth0} or {@code lo}. It need not be the one that the system would
     *     choose, nor one that Java says to support multicast
     * @param timeToLive over how many networks a message may go, 0 to 255: 1 is the local one only
     * @throws IOException if there is no interface of that name, or the group cannot be joined there. A member that could not
     *     join is not used any more, but perhaps closed
     */
    void join(InetSocketAddress group, String interfaceName, int timeToLive) throws IOException;

    /**
     * The time to live that the system puts into the datagrams that this member sends to the group: what its socket says, rather than
     * what {@link #join} was given.
     *
     * @throws IOException if the socket cannot be asked
     */
    int timeToLive() throws IOException;

    /**
     * Sends one message to the group, by the interface that was given. A member that has left still sends.
     *
     * @param payload its bytes, at most {@link #LONGEST}, which are not changed
     * @throws IOException if the system refuses it
     */
    void send(byte[] payload) throws IOException;

    /**
     * Receives the next message of another member.
     *
     * <p>Messages of its own and datagrams that are no message make the wait no longer, however many they are, and no shorter.
     * What is sent to the port but not to the group may be received or not.
     *
     * @param wait how long to wait for it at least, if none is there, a millisecond to a day; the end comes no more than a
     *     little later
     * @return the message
     * @throws java.net.SocketTimeoutException if none has come in that time. The member stays as it is
     * @throws IOException if receiving fails
     */
    Message receive(Duration wait) throws IOException;

    /**
     * Leaves the group, but stays open: the system is told, and no message that is sent to the group from now on is received. What has come
     * before and was not received yet may be received or not.
     *
     * <p>{@link #receive} then waits until its time is over. To leave again does nothing.
     *
     * @throws IOException if the system refuses it
     */
    void leave() throws IOException;

    /**
     * Closes the socket, which also leaves the group. The port is free again a moment later, if nobody else shares it.
     *
     * <p>Closing a member again does nothing, and neither does closing one that has never joined.
     *
     * @throws IOException if the socket cannot be closed
     */
    @Override
    void close() throws IOException;
}

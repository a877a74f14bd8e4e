package portzero.udp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * A UDP socket: it sends datagrams to anyone and receives them from anyone.
 *
 * <p>A mailbox is opened at most once. The other methods except {@link #close} are called only while it is open, and
 * never two of them at the same time.
 */
public interface Mailbox extends Closeable {

    /**
     * Opens the mailbox.
     *
     * @param address the address to receive on, IPv4 or IPv6, and on no other. Its port may be 0, which asks the system for
     *     any free port
     * @return the same address with the real port, which is never 0
     * @throws IOException if the address cannot be used, because another socket has the port for instance,
     *     be it another mailbox
     */
    InetSocketAddress open(InetSocketAddress address) throws IOException;

    /**
     * Sends one datagram, from the address that {@link #open} has returned. This changes nothing about whose datagrams
     * are received.
     *
     * @param payload its bytes, which are not changed. There may be none of them: an empty datagram is sent, too
     * @param to where to send it; a different address each time, perhaps
     * @throws IOException if the system refuses the datagram. It refuses what is too large for one datagram, and then
     *     nothing is sent: over IPv4 that is more than 65,507 bytes
     */
    void send(byte[] payload, InetSocketAddress to) throws IOException;

    /**
     * Receives the next datagram: exactly one, whoever sent it, and even if it is empty.
     *
     * @param longest how many bytes the caller is ready to take, 0 to 65,507. Of a longer datagram the first
     *     {@code longest} bytes are returned, and {@link Letter#cut} is true; the rest is lost. A datagram of exactly
     *     this length is not cut
     * @param wait how long to wait for it at least, if none is there. It may be as short as you like, or zero: then
     *     next to no time is waited, and a datagram that is there is returned all the same. It never means “for
     *     ever”. It is at most a day, and the end comes no more than a little later
     * @return the datagram
     * @throws java.net.SocketTimeoutException if none has come in that time. The mailbox stays open and can be used
     *     as before
     * @throws IOException if receiving fails
     */
    Letter receive(int longest, Duration wait) throws IOException;

    /**
     * Closes the socket. Its port is free again a moment later.
     *
     * <p>Closing a mailbox again does nothing, and neither does closing one that was never opened.
     *
     * @throws IOException if the socket cannot be closed
     */
    @Override
    void close() throws IOException;
}

package portzero.reliable;

import java.util.List;
import java.util.Optional;

/**
 * The sending side of a transfer, without clock and socket. Whoever uses it says what time it is, puts the datagrams that it
 * returns on the wire in their order, and brings it what comes back.
 *
 * <p>The data is cut into DATA packets of {@link Settings#payload} bytes, the last of which may be shorter, and an END packet
 * comes after them. No data is no DATA packet: then END is the only one. The packets are numbered 0, 1, 2 … in this order; after
 * 255 comes 0 again.
 *
 * <p>A packet is <i>outstanding</i> when it has been sent and not been acknowledged. Never more than {@link Settings#window}
 * packets are, and while there is room and something is left, the next packets are sent at once, END like the others.
 *
 * <p>There is one timer. It runs while packets are outstanding, and is for the oldest of them:
 *
 * <ul>
 *   <li>It is started, for {@link Settings#timeout} milliseconds, with the first packets, and started anew each time that an ACK
 *       has acknowledged something and packets are still outstanding, or become so.
 *   <li>When it has run out, {@link #tick} sends all outstanding packets again, the oldest first, and nothing else, and starts it
 *       for twice the time that it was started for last, but never for more than {@link Settings#longestTimeout}.
 *   <li>When it has run out {@link Settings#attempts} times in a row without anything being acknowledged in between, the sender gives
 *       up instead of sending the last time.
 * </ul>
 *
 * <p>A sender that is done or has given up sends nothing and has no timer. Times are milliseconds since some moment, and never go
 * back. The methods are called by one thread, {@link #start} first. They keep no array that they are given and change none; the
 * caller does not change the data before the transfer has ended.
 */
public interface Sender {

    /** How many numbers there are. */
    int NUMBERS = 256;

    /** The largest window. */
    int MAX_WINDOW = 32;

    /**
     * Begins a transfer. Whatever there was before is forgotten.
     *
     * @param data what is to be sent
     * @param settings how
     * @param now what time it is
     * @return the datagrams to send
     */
    List<byte[]> start(byte[] data, Settings settings, long now);

    /**
     * Takes a datagram that has come from the other side.
     *
     * <p>An ACK with number <i>n</i> acknowledges all packets before the one with this number. It counts only if it acknowledges one or
     * more of the packets that are outstanding: with packets 254, 255 and 0 outstanding, these are the numbers 255, 0 and 1. Anything
     * else has no effect whatever, not on the timer either: an ACK that has come before, a number that was not sent yet, a packet
     * that is no ACK, bytes that are no packet. Nothing is sent again here, even if the timer has run out.
     *
     * @param now what time it is
     * @return the datagrams to send now, which have not been sent before; empty if there are none
     */
    List<byte[]> receive(byte[] datagram, long now);

    /**
     * Looks at the timer. Nothing happens before its time, and it does no harm to be called too early or too often.
     *
     * @param now what time it is; the timer has run out from the very moment of {@link #nextTimeout} on
     * @return the datagrams to send again; empty if there are none
     */
    List<byte[]> tick(long now);

    /** When the timer will have run out; empty when there is none. */
    Optional<Long> nextTimeout();

    /** How far the transfer is. */
    TransferState state();
}

package portzero.reliable;

import java.util.List;

/**
 * The receiving side of a transfer, without clock and socket.
 *
 * <p>It wants the packets of a {@link Sender} in their order, DATA and END, first the one with number 0; after 255 comes 0 again. A
 * packet that comes again is not taken again. Of a packet that comes before its turn, which is never more than {@link
 * Sender#MAX_WINDOW} − 1 packets ahead, nothing is delivered until all before it have come. Whether you keep it until then or
 * have the sender send it again is up to you.
 *
 * <p>The methods are called by one thread, {@link #start} first. They keep no array that they are given and change none.
 */
public interface Receiver {

    /** Begins a transfer. Whatever there was before is forgotten. */
    void start();

    /**
     * Takes a datagram that has come from the other side.
     *
     * @return one ACK for each DATA or END packet, be it the next one, a repetition, or one before its turn. Its number is that of the
     *     packet that is wanted next, after this one has been taken. Empty for bytes that are no packet, and for an ACK
     */
    List<byte[]> receive(byte[] datagram);

    /** The data that has come, in order, since it was last asked for; empty if there is none. */
    byte[] take();

    /** Whether END has come, and all before it. */
    boolean ended();
}

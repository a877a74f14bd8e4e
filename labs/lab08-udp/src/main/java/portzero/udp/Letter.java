package portzero.udp;

import java.net.InetSocketAddress;

/**
 * A datagram that a mailbox has received.
 *
 * @param from the address and port that it was sent from
 * @param payload its bytes, no more of them than were asked for, in an array that no later call changes
 * @param cut whether it had more bytes than that, which are lost
 */
@SuppressWarnings("ArrayRecordComponent") // nobody asks whether two letters are equal
public record Letter(InetSocketAddress from, byte[] payload, boolean cut) {}

package portzero.headers;

/**
 * A UDP datagram without what can be worked out: its length and checksum. Holds what it is given.
 *
 * @param sourcePort 0 to 65,535
 * @param destinationPort 0 to 65,535
 * @param payload what the datagram carries
 */
@SuppressWarnings("ArrayRecordComponent") // nobody asks whether two of them are equal
public record UdpDatagram(int sourcePort, int destinationPort, byte[] payload) {}

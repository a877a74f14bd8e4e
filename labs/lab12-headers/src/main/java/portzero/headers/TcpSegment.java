package portzero.headers;

import java.util.List;

/**
 * A TCP segment without what can be worked out: its data offset and checksum. Holds what it is given.
 *
 * @param sourcePort 0 to 65,535
 * @param destinationPort 0 to 65,535
 * @param sequence the number of the first byte that it carries, or of its SYN: 0 to 4,294,967,295
 * @param acknowledgment the number of the byte that is expected next: 0 to 4,294,967,295. As it stands in the header, also where
 *     the flag ACK is not set
 * @param flags those that are set
 * @param window how much may be sent, before any scaling: 0 to 65,535
 * @param urgentPointer 0 to 65,535, as it stands in the header
 * @param options those before the end of the list
 * @param payload the data that the segment carries
 */
@SuppressWarnings("ArrayRecordComponent") // nobody asks whether two of them are equal
public record TcpSegment(
        int sourcePort,
        int destinationPort,
        long sequence,
        long acknowledgment,
        List<TcpFlag> flags,
        int window,
        int urgentPointer,
        List<TcpOption> options,
        byte[] payload) {}

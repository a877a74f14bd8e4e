package portzero.headers;

/** The Internet checksum (RFC 1071): the one sum that IPv4, TCP and UDP have in common. */
public interface Checksum {

    /**
     * The checksum of some bytes: the one's complement of the one's complement sum of their 16-bit words.
     *
     * <p>Two bytes make a word, the first of them the upper half. If their number is odd, a byte 0 is taken to follow the last
     * one. What is carried out of the 16 bits is added at the lower end, until nothing is carried any more.
     *
     * <p>The bytes are summed as they are. If there is a field for the checksum among them, whoever calls sees to it that it is 0.
     * Of bytes that have their right checksum in them, the checksum is 0.
     *
     * @param bytes none, or as many as there is memory for. They are not changed
     * @return 0 to 65,535; the checksum of no bytes is 65,535
     */
    int of(byte[] bytes);

    /**
     * The checksum of a TCP segment or UDP datagram: that of a pseudo-header and of the bytes behind it.
     *
     * <p>The pseudo-header is sent nowhere. It has the two addresses, the length of the segment and the number of its protocol:
     *
     * <ul>
     *   <li>over IPv4 (RFC 9293, section 3.1): source, destination, a byte 0, the protocol in one byte, the length in two;
     *   <li>over IPv6 (RFC 8200, section 8.1): source, destination, the length in four bytes, three bytes 0, the protocol in
     *       one.
     * </ul>
     *
     * <p>A result of 0 is returned as 0, also for UDP.
     *
     * @param source the address of the sender, 4 bytes for IPv4 or 16 for IPv6
     * @param destination the address of the receiver, as long as the source
     * @param protocol the number of the protocol, 0 to 255: 6 for TCP, 17 for UDP
     * @param segment its header and what it carries, up to 65,535 bytes and not changed, an odd number of them or an even one. The
     *     length in the pseudo-header is the number of these bytes
     * @return 0 to 65,535
     * @throws IllegalArgumentException if the addresses are not two of 4 bytes or two of 16
     */
    int ofTransport(byte[] source, byte[] destination, int protocol, byte[] segment);
}

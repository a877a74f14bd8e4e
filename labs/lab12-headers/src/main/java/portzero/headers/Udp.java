package portzero.headers;

/** Datagrams of UDP (RFC 768), as they are in the payload of an IP packet. */
public interface Udp {

    /**
     * Takes a datagram apart. It ends where its length says, which counts the 8 bytes of the header as well; what follows is
     * not part of it. The checksum is not looked at.
     *
     * @param bytes a datagram from its first byte on, perhaps with others behind it. They are not changed
     * @return what is in the datagram, with all numbers unsigned, in an array that no later call changes
     * @throws IllegalArgumentException if the length is less than 8; or if there are fewer bytes than the header or the length
     *     needs, and then its message has the number of bytes that there are
     */
    UdpDatagram parse(byte[] bytes);

    /**
     * Puts a datagram together, with its length and its checksum. A checksum of 0 would say that there is none: where that
     * is the result, 65,535 is sent, which is as good a zero in this arithmetic.
     *
     * @param datagram ports and payload
     * @param source the address of the sender for the pseudo-header, 4 bytes or 16
     * @param destination that of the receiver, as long
     * @return header and payload
     * @throws IllegalArgumentException if a port is not 0 to 65,535, if the payload has more than 65,527 bytes, or if the
     *     addresses are not two of 4 bytes or two of 16
     */
    byte[] build(UdpDatagram datagram, byte[] source, byte[] destination);

    /**
     * Whether the checksum of a datagram is right. It covers the pseudo-header, the header and the payload. A checksum of 0 means
     * that the sender has made none: that is right over IPv4, and never over IPv6 (RFC 8200, section 8.1).
     *
     * @param bytes as in {@link #parse}, and not changed
     * @param source the address of the sender, 4 bytes or 16
     * @param destination that of the receiver, as long
     * @throws IllegalArgumentException as in {@link #parse}, or if the addresses are not two of 4 bytes or two of 16
     */
    boolean isIntact(byte[] bytes, byte[] source, byte[] destination);
}

package portzero.headers;

/** Packets of IPv4 (RFC 791, section 3.1), as they come from a raw socket or from a capture. */
public interface Ipv4 {

    /**
     * Takes a packet apart.
     *
     * <p>The header ends where its own length says. Behind the fixed 20 bytes it may have options. The packet ends where its
     * total length says: whatever follows was put there by the link, which pads short frames, and is not part of the packet.
     *
     * <p>The checksum is not looked at; {@link #isIntact} does that. The first of the three flags is reserved, and is not looked at
     * either.
     *
     * @param bytes a packet from its first byte on, perhaps with padding of the link behind it. They are not changed
     * @return what is in the packet, with all numbers unsigned, in arrays that no later call changes
     * @throws IllegalArgumentException if the version is not 4; if the length of the header is less than 20 bytes, or the total
     *     length less than that of the header; or if there are fewer bytes than a header or one of the two lengths
     *     needs, and then its message has the number of bytes that there are
     */
    Ipv4Packet parse(byte[] bytes);

    /**
     * Puts a packet together. Both lengths and the checksum are worked out, the reserved flag is 0, and options are filled up with
     * bytes 0 to a multiple of 4.
     *
     * @return the packet, with nothing behind it
     * @throws IllegalArgumentException if a value does not fit its field: one that is out of the range that {@link Ipv4Packet}
     *     and {@link Fragmentation} give it, an address that is not of 4 bytes, more than 40 bytes of options, or a packet of more
     *     than 65,535 bytes
     */
    byte[] build(Ipv4Packet packet);

    /**
     * Whether the checksum in the header of a packet is right. It covers the header with its options, and nothing else; 0
     * is a checksum like any other.
     *
     * @param bytes as in {@link #parse}, and not changed
     * @throws IllegalArgumentException as in {@link #parse}
     */
    boolean isIntact(byte[] bytes);
}

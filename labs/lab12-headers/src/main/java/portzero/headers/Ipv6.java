package portzero.headers;

/** Packets of IPv6 (RFC 8200, sections 3 and 4), as they come from a capture. */
public interface Ipv6 {

    /**
     * Takes a packet apart: the fixed header of 40 bytes, the extension headers, and the payload.
     *
     * <p>Each header says by its <em>next header</em> what comes behind it. These four are extension headers:
     *
     * <ul>
     *   <li>0, 43 and 60 (hop-by-hop options, routing, destination options): the first byte is the next header; the second is
     *       the length in units of 8 bytes, the first 8 not counted;
     *   <li>44 (fragment): 8 bytes always; the first is the next header.
     * </ul>
     *
     * <p>They may come in any order, and more than once. Every other number is the protocol of the payload, and so is
     * whatever number stands in a fragment header whose fragment does not begin at offset 0: what follows there is the middle of a
     * payload, and no header. (The offset is the upper 13 bits of the third and fourth byte of the fragment header; the lowest bit of the
     * two is set where more fragments come behind this one.)
     *
     * <p>The packet ends where its payload length says, which counts the extension headers as well; what follows was put there
     * by the link. IPv6 has no checksum of its own.
     *
     * @param bytes a packet from its first byte on, perhaps with padding of the link behind it. They are not changed
     * @return what is in the packet, with all numbers unsigned, in arrays that no later call changes
     * @throws IllegalArgumentException if the version is not 6; if an extension header leads beyond the end of the packet; or if
     *     there are fewer bytes than the fixed header or the payload length needs, and then its message has the number of bytes
     *     that there are
     */
    Ipv6Packet parse(byte[] bytes);

    /**
     * Puts a packet together. Payload length, next headers and the lengths of extension headers are worked out; the second byte of
     * a fragment header is 0.
     *
     * @return the packet, with nothing behind it
     * @throws IllegalArgumentException if a value does not fit its field: a number that is out of the range that {@link Ipv6Packet}
     *     gives it, an address that is not of 16 bytes, an extension header of another type than the four, one whose body has
     *     another length than {@link ExtensionHeader} says, or a payload that together with the extension headers has
     *     more than 65,535 bytes
     */
    byte[] build(Ipv6Packet packet);
}

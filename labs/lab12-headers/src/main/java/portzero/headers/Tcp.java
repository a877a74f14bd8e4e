package portzero.headers;

/** Segments of TCP (RFC 9293, section 3.1), as they are in the payload of an IP packet. */
public interface Tcp {

    /**
     * Takes a segment apart.
     *
     * <p>The header ends where the data offset says, which counts in units of 4 bytes. Behind the fixed 20 bytes it may have
     * options, one after the other:
     *
     * <ul>
     *   <li>kind 0 is the end of the list: neither it nor what follows it in the header is an option, whatever it looks like;
     *   <li>kind 1 is one byte by itself, an option without data;
     *   <li>every other kind is followed by a length, which counts the kind and itself as well, and by its data.
     * </ul>
     *
     * <p>A header may end without a kind 0. The checksum is not looked at, and neither are the four bits between data
     * offset and flags.
     *
     * @param bytes the segment and nothing else: all behind the header is its payload. They are not changed
     * @return what is in the segment, with all numbers unsigned, the flags in the order of {@link TcpFlag} and the options in
     *     that of the header, in arrays that no later call changes
     * @throws IllegalArgumentException if the data offset is less than 20 bytes; if an option has a length of less than 2 or
     *     one that leads out of the header, or its length is not in the header any more; or if there are fewer bytes than the
     *     header needs, and then its message has the number of bytes that there are
     */
    TcpSegment parse(byte[] bytes);

    /**
     * Puts a segment together, with its data offset and its checksum. Options stand in their order, and the header is filled up
     * with bytes 0 to a multiple of 4.
     *
     * @param segment what is to be in it. Its flags may come in any order, and one that comes twice counts once
     * @param source the address of the sender for the pseudo-header, 4 bytes or 16
     * @param destination that of the receiver, as long
     * @return header and payload
     * @throws IllegalArgumentException if a value does not fit its field: a number that is out of the range that {@link TcpSegment}
     *     gives it, an option of kind 0 or of a kind above 255, one of kind 1 that has data, more than 40 bytes of options, or a
     *     segment of more than 65,535 bytes; or if the addresses are not two of 4 bytes or two of 16
     */
    byte[] build(TcpSegment segment, byte[] source, byte[] destination);

    /**
     * Whether the checksum of a segment is right. It covers the pseudo-header, the header and the payload; 0 is a checksum like
     * any other.
     *
     * @param bytes the segment and nothing else, and not changed
     * @param source the address of the sender, 4 bytes or 16
     * @param destination that of the receiver, as long
     * @throws IllegalArgumentException if there are fewer than 20 bytes, or if the addresses are not two of 4 bytes or two of 16
     */
    boolean isIntact(byte[] bytes, byte[] source, byte[] destination);
}

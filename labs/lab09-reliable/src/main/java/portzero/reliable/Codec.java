package portzero.reliable;

import java.util.Optional;

/**
 * Writes packets as bytes, and reads them.
 *
 * <pre>
 *   byte 0        kind: 1 is DATA, 2 is ACK, 3 is END
 *   byte 1        number, 0 to 255
 *   bytes 2–3     length of the payload, big-endian
 *   bytes 4–7     checksum, big-endian
 *   bytes 8–      payload
 * </pre>
 *
 * <p>The checksum is the CRC-32 of {@link java.util.zip.CRC32} over the whole packet, header and payload, with zeros in the
 * place of the checksum itself. An ACK with number 1 is {@code 02 01 00 00 81 70 d3 a0}.
 *
 * <p>Neither method changes an array that it is given.
 */
public interface Codec {

    /** The bytes before the payload. */
    int HEADER = 8;

    /** The most bytes that a packet carries. */
    int MAX_PAYLOAD = 4096;

    /**
     * Writes a packet.
     *
     * @param packet a packet as {@link Packet} describes it
     * @return its bytes, header and payload and no more
     */
    byte[] encode(Packet packet);

    /**
     * Reads a packet.
     *
     * @param datagram whatever has come: any bytes, any number of them
     * @return the packet; empty if these bytes are no packet, because there are too few for a header, the kind is none of the
     *     three, the length is not that of the bytes after the header or above {@link #MAX_PAYLOAD}, an ACK or END has a payload,
     *     or the checksum is wrong. Bytes are never the reason for an exception
     */
    Optional<Packet> decode(byte[] datagram);
}

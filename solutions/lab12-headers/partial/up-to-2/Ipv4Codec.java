package portzero.headers;

import static portzero.headers.HeaderBytes.require;
import static portzero.headers.HeaderBytes.requireBytes;
import static portzero.headers.HeaderBytes.rest;
import static portzero.headers.HeaderBytes.take;
import static portzero.headers.HeaderBytes.unsignedByte;
import static portzero.headers.HeaderBytes.unsignedShort;

import java.nio.ByteBuffer;

/** Reads and writes the fields of RFC 791, section 3.1, in their order. */
public class Ipv4Codec implements Ipv4 {

    private static final int VERSION = 4;
    private static final int FIXED_HEADER = 20;
    private static final int ADDRESS = 4;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET = 0x1fff;
    private static final int OFFSET_UNIT = 8;

    @Override
    public Ipv4Packet parse(byte[] bytes) {
        int headerLength = checkedHeaderLength(bytes);
        ByteBuffer packet = ByteBuffer.wrap(bytes);
        packet.get(); // version and header length
        int trafficClass = unsignedByte(packet);
        packet.limit(unsignedShort(packet)); // what follows the packet belongs to the link
        int identification = unsignedShort(packet);
        Fragmentation fragmentation = fragmentation(unsignedShort(packet));
        int timeToLive = unsignedByte(packet);
        int protocol = unsignedByte(packet);
        packet.getShort(); // the checksum
        byte[] source = take(packet, ADDRESS);
        byte[] destination = take(packet, ADDRESS);
        byte[] options = take(packet, headerLength - FIXED_HEADER);
        return new Ipv4Packet(
                trafficClass,
                identification,
                fragmentation,
                timeToLive,
                protocol,
                source,
                destination,
                options,
                rest(packet));
    }

    private static Fragmentation fragmentation(int word) {
        return new Fragmentation(
                (word & DONT_FRAGMENT) != 0, (word & MORE_FRAGMENTS) != 0, (word & OFFSET) * OFFSET_UNIT);
    }

    /** The length of the header in bytes, once the version and both lengths are known to be sound. */
    private static int checkedHeaderLength(byte[] bytes) {
        requireBytes(bytes, FIXED_HEADER, "An IPv4 header");
        ByteBuffer packet = ByteBuffer.wrap(bytes);
        int first = unsignedByte(packet);
        require(first >> 4 == VERSION, "version must be 4", first >> 4);
        int headerLength = (first & 0xf) * 4; // counted in words of 4 bytes
        require(headerLength >= FIXED_HEADER, "header length must be 20 bytes or more", headerLength);
        int totalLength = Short.toUnsignedInt(packet.getShort(2));
        require(totalLength >= headerLength, "total length must be " + headerLength + " or more", totalLength);
        requireBytes(bytes, totalLength, "An IPv4 packet of this total length");
        return headerLength;
    }

    @Override
    public byte[] build(Ipv4Packet packet) {
        // TODO Task 3: Check that every value fits its field.
        // TODO Task 3: Write the header and what follows it.
        // TODO Task 3: Put the checksum in when all the rest of the header is there.
        throw new UnsupportedOperationException("write Ipv4Codec.build");
    }

    @Override
    public boolean isIntact(byte[] bytes) {
        // TODO Task 3: Say whether the header has its right checksum.
        throw new UnsupportedOperationException("write Ipv4Codec.isIntact");
    }
}

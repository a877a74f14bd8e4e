package portzero.headers;

import static portzero.headers.HeaderBytes.MAX_16_BITS;
import static portzero.headers.HeaderBytes.MAX_8_BITS;
import static portzero.headers.HeaderBytes.require;
import static portzero.headers.HeaderBytes.requireBytes;
import static portzero.headers.HeaderBytes.requireRange;
import static portzero.headers.HeaderBytes.rest;
import static portzero.headers.HeaderBytes.take;
import static portzero.headers.HeaderBytes.unsignedByte;
import static portzero.headers.HeaderBytes.unsignedShort;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads and writes the fields of RFC 791, section 3.1, in their order. */
public class Ipv4Codec implements Ipv4 {

    private static final int VERSION = 4;
    private static final int FIXED_HEADER = 20;
    private static final int CHECKSUM_AT = 10;
    private static final int ADDRESS = 4;
    private static final int MAX_OPTIONS = 40; // a header of 15 words, less the fixed one
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET = 0x1fff;
    private static final int OFFSET_UNIT = 8;

    private final Checksum checksum = new InternetChecksum();

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
        requireRange("traffic class", packet.trafficClass(), MAX_8_BITS);
        requireRange("identification", packet.identification(), MAX_16_BITS);
        requireRange("time to live", packet.timeToLive(), MAX_8_BITS);
        requireRange("protocol", packet.protocol(), MAX_8_BITS);
        require(packet.source().length == ADDRESS, "source must be of 4 bytes", packet.source().length);
        require(packet.destination().length == ADDRESS, "destination must be of 4 bytes", packet.destination().length);
        requireRange("length of the options", packet.options().length, MAX_OPTIONS);
        int headerLength = FIXED_HEADER + (packet.options().length + 3) / 4 * 4;
        int totalLength = headerLength + packet.payload().length;
        requireRange("length of the packet", totalLength, MAX_16_BITS);

        ByteBuffer bytes = ByteBuffer.allocate(totalLength)
                .put((byte) (VERSION << 4 | headerLength / 4))
                .put((byte) packet.trafficClass())
                .putShort((short) totalLength)
                .putShort((short) packet.identification())
                .putShort((short) word(packet.fragmentation()))
                .put((byte) packet.timeToLive())
                .put((byte) packet.protocol())
                .putShort((short) 0) // the checksum: 0 until all the rest is there
                .put(packet.source())
                .put(packet.destination())
                .put(packet.options())
                .position(headerLength)
                .put(packet.payload());
        byte[] header = Arrays.copyOf(bytes.array(), headerLength);
        return bytes.putShort(CHECKSUM_AT, (short) (checksum.of(header) == 0 ? MAX_16_BITS : checksum.of(header)))
                .array();
    }

    private static int word(Fragmentation fragmentation) {
        int offset = fragmentation.offset();
        requireRange("fragment offset", offset, OFFSET * OFFSET_UNIT);
        require(offset % OFFSET_UNIT == 0, "fragment offset must be a multiple of 8", offset);
        return (fragmentation.dontFragment() ? DONT_FRAGMENT : 0)
                | (fragmentation.moreFragments() ? MORE_FRAGMENTS : 0)
                | offset / OFFSET_UNIT;
    }

    @Override
    public boolean isIntact(byte[] bytes) {
        byte[] header = Arrays.copyOf(bytes, checkedHeaderLength(bytes));
        return checksum.of(header) == 0; // the right checksum makes the sum full of ones
    }
}

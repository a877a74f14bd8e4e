package portzero.headers;

import static portzero.headers.HeaderBytes.MAX_16_BITS;
import static portzero.headers.HeaderBytes.requireBytes;
import static portzero.headers.HeaderBytes.requireRange;
import static portzero.headers.HeaderBytes.rest;
import static portzero.headers.HeaderBytes.unsignedShort;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads and writes the four fields of RFC 768. */
public class UdpCodec implements Udp {

    private static final int PROTOCOL = 17;
    private static final int HEADER = 8;
    private static final int LENGTH_AT = 4;
    private static final int CHECKSUM_AT = 6;
    private static final int IPV4_ADDRESS = 4;

    private final Checksum checksum = new InternetChecksum();

    @Override
    public UdpDatagram parse(byte[] bytes) {
        ByteBuffer datagram = ByteBuffer.wrap(datagram(bytes));
        int sourcePort = unsignedShort(datagram);
        int destinationPort = unsignedShort(datagram);
        return new UdpDatagram(sourcePort, destinationPort, rest(datagram.position(HEADER)));
    }

    /** A copy of the datagram without what follows it. */
    private static byte[] datagram(byte[] bytes) {
        requireBytes(bytes, HEADER, "A UDP header");
        int length = Math.max(HEADER, Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(LENGTH_AT)));
        requireBytes(bytes, length, "A UDP datagram of this length");
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public byte[] build(UdpDatagram datagram, byte[] source, byte[] destination) {
        int length = HEADER + datagram.payload().length;
        requireRange("source port", datagram.sourcePort(), MAX_16_BITS);
        requireRange("destination port", datagram.destinationPort(), MAX_16_BITS);
        requireRange("length of the datagram", length, MAX_16_BITS);
        ByteBuffer bytes = ByteBuffer.allocate(length)
                .putShort((short) datagram.sourcePort())
                .putShort((short) datagram.destinationPort())
                .putShort((short) length)
                .putShort((short) 0) // the checksum: 0 until all the rest is there
                .put(datagram.payload());
        int sum = checksum.ofTransport(source, destination, PROTOCOL, bytes.array());
        int sent = sum == 0 ? MAX_16_BITS : sum; // 0 would say that there is none
        return bytes.putShort(CHECKSUM_AT, (short) sent).array();
    }

    @Override
    public boolean isIntact(byte[] bytes, byte[] source, byte[] destination) {
        byte[] datagram = datagram(bytes);
        boolean right = checksum.ofTransport(source, destination, PROTOCOL, datagram) == 0;
        boolean none = ByteBuffer.wrap(datagram).getShort(CHECKSUM_AT) == 0;
        return none ? source.length == IPV4_ADDRESS : right;
    }
}

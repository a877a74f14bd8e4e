package portzero.headers;

import java.nio.ByteBuffer;

/** Sums 16-bit words in a long, which has room for all carries, and folds them in at the end. */
public class InternetChecksum implements Checksum {

    private static final int IPV4_ADDRESS = 4;
    private static final int IPV6_ADDRESS = 16;

    @Override
    public int of(byte[] bytes) {
        long sum = 0;
        for (int at = 0; at < bytes.length; at += 2) {
            int upper = Byte.toUnsignedInt(bytes[at]);
            int lower = at + 1 < bytes.length ? Byte.toUnsignedInt(bytes[at + 1]) : 0;
            sum += upper << 8 | lower;
        }
        while (sum > HeaderBytes.MAX_16_BITS) { // a carry that is added may itself carry
            sum = (sum & HeaderBytes.MAX_16_BITS) + (sum >>> 16);
        }
        return (int) sum;
    }

    @Override
    public int ofTransport(byte[] source, byte[] destination, int protocol, byte[] segment) {
        if (source.length != destination.length || (source.length != IPV4_ADDRESS && source.length != IPV6_ADDRESS)) {
            throw new IllegalArgumentException("addresses must be two of 4 bytes or two of 16 but were of "
                    + source.length + " and " + destination.length);
        }
        return of(
                source.length == IPV4_ADDRESS
                        ? ByteBuffer.allocate(12 + segment.length)
                                .put(source)
                                .put(destination)
                                .putShort((short) protocol) // in one byte, behind one that is 0
                                .putShort((short) segment.length)
                                .put(segment)
                                .array()
                        : ByteBuffer.allocate(40 + segment.length)
                                .put(source)
                                .put(destination)
                                .putInt(segment.length)
                                .putInt(protocol) // in one byte, behind three that are 0
                                .put(segment)
                                .array());
    }
}

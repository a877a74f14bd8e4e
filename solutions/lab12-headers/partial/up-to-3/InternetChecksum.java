package portzero.headers;

/** Sums 16-bit words in a long, which has room for all carries, and folds them in at the end. */
public class InternetChecksum implements Checksum {

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
        return (int) (HeaderBytes.MAX_16_BITS - sum); // all 16 bits turned
    }

    @Override
    public int ofTransport(byte[] source, byte[] destination, int protocol, byte[] segment) {
        // TODO Task 4: Lay out the pseudo-header, that of IPv4 or that of IPv6.
        // TODO Task 4: Return the checksum of it and of the segment behind it.
        throw new UnsupportedOperationException("write InternetChecksum.ofTransport");
    }
}

package portzero.testkit.wire;

import java.nio.ByteBuffer;

/** The checksum of IP, TCP and UDP: the complement of a sum of 16-bit words in ones' complement (RFC 1071). */
public final class InternetChecksum {

    private static final int WORD = 0xffff;

    private InternetChecksum() {}

    /**
     * The sum of what remains in a big-endian buffer, not complemented; an odd byte at the end counts as if a zero followed. Sums of parts
     * of even length can be added. Leaves the buffer's position as it is.
     */
    public static int sum(ByteBuffer bytes) {
        long sum = 0;
        int at = bytes.position();
        for (; at + 1 < bytes.limit(); at += 2) {
            sum += Short.toUnsignedInt(bytes.getShort(at));
        }
        if (at < bytes.limit()) {
            sum += (bytes.get(at) & 0xff) << 8;
        }
        return folded(sum);
    }

    /** What goes into the header for a sum of all words with the checksum's own field as zero. */
    public static int of(long sum) {
        return ~folded(sum) & WORD;
    }

    private static int folded(long sum) {
        long folded = sum;
        while (folded > WORD) {
            folded = (folded & WORD) + (folded >>> Short.SIZE);
        }
        return (int) folded;
    }
}

package portzero.snippets.raw;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The header of a captured packet, summed with its checksum, without it, and damaged. */
final class ZeroedField {
    public static void main(String[] args) {
        // snippet: zeroed
        var header = ByteBuffer.wrap(HexFormat.of().parseHex("4500002003a940004011b320c0000201c0000202"));
        System.out.printf("with its checksum, b320     %04x%n", sum(header));
        header.putShort(10, (short) 0);
        System.out.printf("with 0 in its place         %04x%n", sum(header));
        System.out.printf("all bits of that turned     %04x%n", ~sum(header) & 0xffff);
        header.putShort(10, (short) 0xb320).put(8, (byte) 63); // one router further
        System.out.printf("with another time to live   %04x%n", sum(header));
        // end
    }

    private static int sum(ByteBuffer words) {
        var sum = 0;
        for (var at = 0; at < words.limit(); at += 2) {
            sum += words.getShort(at) & 0xffff;
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }
}

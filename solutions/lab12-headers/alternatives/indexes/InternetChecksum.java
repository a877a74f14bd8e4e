package portzero.headers;

/** Adds each carry at once, so that the sum never needs more than 17 bits. */
public class InternetChecksum implements Checksum {

    @Override
    public int of(byte[] bytes) {
        return ~sum(0, bytes) & 0xffff;
    }

    private static int sum(int start, byte[] bytes) {
        int sum = start;
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] & 0xff;
            sum = add(sum, i % 2 == 0 ? value << 8 : value);
        }
        return sum;
    }

    private static int add(int sum, int word) {
        int both = sum + word;
        return both > 0xffff ? both - 0xffff : both;
    }

    @Override
    public int ofTransport(byte[] source, byte[] destination, int protocol, byte[] segment) {
        boolean ipv4 = source.length == 4 && destination.length == 4;
        boolean ipv6 = source.length == 16 && destination.length == 16;
        if (!ipv4 && !ipv6) {
            throw new IllegalArgumentException("There is no pseudo-header for addresses of " + source.length + " and "
                    + destination.length + " bytes");
        }
        // Words may be summed in any order, and zeros not at all: so both versions of IP have the same sum.
        int sum = sum(sum(0, source), destination);
        sum = add(add(sum, protocol), segment.length);
        return ~sum(sum, segment) & 0xffff;
    }
}

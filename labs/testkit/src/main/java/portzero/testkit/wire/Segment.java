package portzero.testkit.wire;

import java.nio.ByteBuffer;

/** The payload of one packet, of which perhaps only the length and the sum were kept. */
public final class Segment {

    /** Of a packet that carries nothing. */
    public static final Segment EMPTY = new Segment(0, new byte[0], 0);

    private final int length;
    private final byte[] kept;
    private final int sum;

    private Segment(int length, byte[] kept, int sum) {
        this.length = length;
        this.kept = kept;
        this.sum = sum;
    }

    /** Of all that remains in a buffer, of which so many bytes are kept. */
    static Segment of(ByteBuffer bytes, int kept) {
        byte[] copy = new byte[kept];
        bytes.get(bytes.position(), copy);
        return new Segment(bytes.remaining(), copy, InternetChecksum.sum(bytes));
    }

    /** How many bytes there were. */
    public int length() {
        return length;
    }

    /** The first of them, or all; not a copy. */
    public byte[] kept() {
        return kept;
    }

    /** The sum of all of them, as {@link InternetChecksum#sum} has it. */
    public int sum() {
        return sum;
    }
}

package portzero.testkit.host;

/**
 * An array that a contract's caller has a right to find as it was, and that student code has changed.
 *
 * @param method the contract's method that was given the array or has returned it
 * @param returned whether it was returned; otherwise it was given
 * @param length the length of the array
 * @param at the index of the first byte that differs, or {@link #UNKNOWN}
 * @param was the byte as it was, 0–255
 * @param now the byte as it is, 0–255
 */
public record ArrayChange(String method, boolean returned, int length, int at, int was, int now) {

    /** The index of a byte of which only a checksum is known. */
    public static final int UNKNOWN = -1;

    /** Checks the numbers. */
    public ArrayChange {
        if (at < UNKNOWN || at >= length) {
            throw new IllegalArgumentException("at must be -1–" + (length - 1) + " but was " + at);
        }
        if ((was | now) >> Byte.SIZE != 0) {
            throw new IllegalArgumentException("bytes must be 0–255 but were " + was + " and " + now);
        }
    }

    /** Whether the first byte that differs is known. */
    public boolean isTold() {
        return at != UNKNOWN;
    }
}

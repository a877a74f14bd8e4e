package portzero.testkit.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that were expected, and what came instead. */
public final class Difference {

    /** So few bytes could be found again by chance. */
    private static final int TELLING = 8;

    private final byte[] expected;
    private final byte[] actual;
    private final int at;

    /**
     * Of two arrays that are not the same.
     *
     * @param expected all bytes expected
     * @param actual the bytes that came, up to the first wrong one at least
     */
    public Difference(byte[] expected, byte[] actual) {
        this.expected = expected.clone();
        this.actual = actual.clone();
        at = Arrays.mismatch(expected, actual);
        if (at < 0) {
            throw new IllegalArgumentException("both are the same " + expected.length + " bytes");
        }
    }

    /** All bytes expected; not a copy. */
    public byte[] expected() {
        return expected;
    }

    /** The bytes that came; not a copy. */
    public byte[] actual() {
        return actual;
    }

    /** The index of the first byte that differs or is missing on one side. */
    public int at() {
        return at;
    }

    /** Whether there is a byte at that index on both sides. */
    public boolean isInBoth() {
        return at < expected.length && at < actual.length;
    }

    /** What came beyond what was expected, byte by byte as Latin-1 text. */
    public String extra() {
        return at < expected.length ? "" : new String(actual, at, actual.length - at, StandardCharsets.ISO_8859_1);
    }

    /**
     * How many bytes are missing at that index, if what came then is what was expected after them.
     *
     * @return 0 if none are, or that is not certain
     */
    public int missing() {
        if (!isInBoth()) {
            return 0;
        }
        int came = actual.length - at;
        int found = came < TELLING ? -1 : index(Arrays.copyOfRange(actual, at, at + Math.min(came, 64)), at + 1);
        boolean fits = found >= 0
                && found + came <= expected.length
                && Arrays.equals(actual, at, actual.length, expected, found, found + came);
        return fits ? found - at : 0;
    }

    private int index(byte[] wanted, int from) {
        int found = index(wanted, Arrays.copyOfRange(expected, Math.min(from, expected.length), expected.length));
        return found < 0 ? -1 : from + found;
    }

    /**
     * How many bytes before that index came once more.
     *
     * @return 0 if none did, or that is not certain
     */
    public int repeated() {
        int came = actual.length - at;
        for (int start = at - 1; came >= TELLING && start >= 0; start--) {
            int length = at - start;
            int compared = Math.min(length, came);
            if (length >= TELLING && Arrays.equals(actual, at, at + compared, expected, start, start + compared)) {
                return length;
            }
        }
        return 0;
    }

    /** Where bytes are found in others; −1 if they are not. */
    public int index(byte[] wanted, byte[] all) {
        for (int i = 0; i + wanted.length <= all.length; i++) {
            if (Arrays.equals(wanted, 0, wanted.length, all, i, i + wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}

package portzero.testkit.trace;

import java.util.Arrays;
import java.util.Locale;

/** Says where bytes differ from those expected. */
public final class ByteDifference {

    private static final int CONTEXT = 3;

    private ByteDifference() {}

    /** The index of the first byte that differs or is missing on one side; −1 if all are the same. */
    public static int first(byte[] expected, byte[] actual) {
        return Arrays.mismatch(expected, actual);
    }

    /**
     * The difference in lines, with the first wrong byte marked.
     *
     * @param expected all bytes expected
     * @param actual the bytes that came, up to the first wrong one at least
     */
    public static String text(byte[] expected, byte[] actual) {
        int at = first(expected, actual);
        String claim = "Expected  the same " + Shown.size(expected.length) + "\n";
        if (at == actual.length) {
            return claim + "but only  " + Shown.size(actual.length) + " came";
        }
        if (at == expected.length) {
            return claim + "but       " + Shown.size((long) actual.length - expected.length) + " more came: "
                    + context(actual, at, at);
        }
        return claim + marked(expected, actual, at);
    }

    private static String marked(byte[] expected, byte[] actual, int at) {
        String before = at > CONTEXT ? "  … " : "  ";
        String lead = before + hexUpTo(expected, at);
        return String.format(
                        Locale.ROOT, "but byte %,d differs: expected %02x, was %02x\n", at, expected[at], actual[at])
                + before + context(expected, Math.max(0, at - CONTEXT), at) + "\n"
                + " ".repeat(lead.length()) + String.format(Locale.ROOT, "^^ %02x", actual[at]);
    }

    private static String hexUpTo(byte[] bytes, int at) {
        String hex = Shown.hex(bytes, Math.max(0, at - CONTEXT), at);
        return hex.isEmpty() ? "" : hex + " ";
    }

    private static String context(byte[] bytes, int from, int at) {
        int to = Math.min(bytes.length, at + CONTEXT);
        return Shown.hex(bytes, from, to) + (to < bytes.length ? " …" : "");
    }
}

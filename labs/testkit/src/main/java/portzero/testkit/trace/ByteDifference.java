package portzero.testkit.trace;

import java.util.Arrays;
import java.util.Locale;

/** Says where bytes differ from those expected. */
public final class ByteDifference {

    /** Bytes that are drawn before and behind the first wrong one. */
    private static final int CONTEXT = 8;

    private ByteDifference() {}

    /** The index of the first byte that differs or is missing on one side; −1 if all are the same. */
    public static int first(byte[] expected, byte[] actual) {
        return Arrays.mismatch(expected, actual);
    }

    /**
     * The failure of a test that these bytes came instead of those.
     *
     * @param what what was to be done with the bytes, {@code the server to send}
     */
    public static UnmetExpectationError failure(String what, byte[] expected, byte[] actual) {
        return new UnmetExpectationError(text(what, expected, actual), new Difference(expected, actual));
    }

    /**
     * The difference in lines, with the first wrong byte marked.
     *
     * @param what what was to be done with the bytes, {@code the server to send}
     * @param expected all bytes expected
     * @param actual the bytes that came, up to the first wrong one at least
     */
    static String text(String what, byte[] expected, byte[] actual) {
        Difference difference = new Difference(expected, actual);
        String claim = "Expected  " + what + " " + DisplayText.bytes(expected) + "\nbut       ";
        if (difference.at() == actual.length) {
            return claim + (actual.length == 0 ? "nothing came" : "only " + came(actual) + " came");
        }
        if (difference.at() == expected.length) {
            byte[] extra = Arrays.copyOfRange(actual, expected.length, actual.length);
            return claim
                    + (expected.length == 0 ? "" : "after them came ")
                    + came(extra)
                    + (expected.length == 0 ? " came" : " more");
        }
        return claim + differs(difference) + "\n" + drawing(difference);
    }

    private static String came(byte[] bytes) {
        return DisplayText.bytes(bytes);
    }

    private static String differs(Difference difference) {
        String where = String.format(Locale.ROOT, "%,d", difference.at());
        if (difference.missing() > 0) {
            return DisplayText.size(difference.missing()) + (difference.missing() == 1 ? " is" : " are")
                    + " missing here: byte " + where + " and on; what follows is right";
        }
        if (difference.repeated() > 0) {
            return "at byte " + where + " the last " + DisplayText.size(difference.repeated()) + " came once more";
        }
        return String.format(
                Locale.ROOT,
                "byte %s differs: expected %02x, was %02x; %s came",
                where,
                difference.expected()[difference.at()],
                difference.actual()[difference.at()],
                DisplayText.bytes(difference.actual()));
    }

    private static String drawing(Difference difference) {
        int at = difference.at();
        int from = Math.max(0, at - CONTEXT);
        String before = from > 0 ? "… " : "";
        return "  expected  " + before + window(difference.expected(), from, at)
                + "\n  came      " + before + window(difference.actual(), from, at)
                + "\n" + " ".repeat("  expected  ".length() + before.length() + 3 * (at - from)) + "^^";
    }

    private static String window(byte[] bytes, int from, int at) {
        int to = Math.min(bytes.length, at + CONTEXT);
        return DisplayText.hex(bytes, from, to) + (to < bytes.length ? " …" : "");
    }
}

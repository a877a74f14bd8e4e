package portzero.bench;

import java.util.Locale;

/** Numbers as the results show them. */
final class Figures {
    private Figures() {}

    static String of(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /** A ratio as {@code 12.3×}. */
    static String times(double ratio) {
        return of(ratio, ratio < 10 ? 2 : 1) + "×";
    }

    /** A word with its number: {@code 1 round}, {@code 3 rounds}. */
    static String count(long number, String word) {
        return String.format(Locale.ROOT, "%,d %s%s", number, word, number == 1 ? "" : "s");
    }

    /** Whether a target is met, in words. */
    static String verdict(boolean met) {
        return met ? "met" : "**missed**";
    }
}

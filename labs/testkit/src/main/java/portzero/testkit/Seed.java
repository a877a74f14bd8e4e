package portzero.testkit;

import java.security.SecureRandom;
import java.util.Random;

/**
 * What a test's random choices are drawn from.
 *
 * @param text four or more hexadecimal digits
 * @param test the test's id, so that two tests with one seed draw differently
 */
record Seed(String text, String test) {

    /** System property: replays a seed that a failure printed. */
    static final String PROPERTY = "portzero.seed";

    private static final SecureRandom CHOICE = new SecureRandom();

    static Seed of(String test) {
        String replayed = System.getProperty(PROPERTY);
        if (replayed == null) {
            return new Seed(String.format("%04x", CHOICE.nextInt(1 << 16)), test);
        }
        if (!replayed.matches("[0-9a-f]{1,15}")) {
            throw new IllegalArgumentException(PROPERTY + " must be 1 to 15 hexadecimal digits but was " + replayed);
        }
        return new Seed(replayed, test);
    }

    /** A new generator; each draws the same sequence. */
    Random random() {
        return new SeededRandom(Long.parseLong(text, 16) * 0x9E3779B97F4A7C15L + test.hashCode());
    }
}

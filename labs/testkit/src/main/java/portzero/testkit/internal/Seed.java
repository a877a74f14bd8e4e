package portzero.testkit.internal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Random;

/**
 * What a test's random choices are drawn from.
 *
 * @param text 32 hexadecimal digits; fewer if somebody chose them
 * @param test the test's id, so that two tests with one seed draw differently
 */
public record Seed(String text, String test) {

    /** System property: replays a seed that a failure printed. */
    public static final String PROPERTY = "portzero.seed";

    private static final SecureRandom CHOICE = new SecureRandom();
    private static final int BITS = 128;

    public static Seed of(String test) {
        String replayed = System.getProperty(PROPERTY);
        if (replayed == null) {
            return new Seed(String.format("%032x", new BigInteger(BITS, CHOICE)), test);
        }
        if (!replayed.matches("[0-9a-f]{1,32}")) {
            throw new IllegalArgumentException(PROPERTY + " must be 1 to 32 hexadecimal digits but was " + replayed);
        }
        return new Seed(replayed, test);
    }

    /** A new generator; each draws the same sequence. What one test's draws does not tell what another's will. */
    public Random random() {
        try {
            String input = new BigInteger(text, 16).toString(16) + " " + test;
            ByteBuffer key = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8)));
            return new SeededRandom(key.getLong(), key.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java must have SHA-256", impossible);
        }
    }
}

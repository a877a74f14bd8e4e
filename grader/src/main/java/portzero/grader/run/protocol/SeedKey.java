package portzero.grader.run.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the seeds of a run are made from. No submission can find it out: it is in no file, and from a seed it cannot be had
 * back. The same submission gets the same seed as often as the run grades it, and another in another run.
 *
 * @param hex 128 random bits
 */
public record SeedKey(String hex) {

    public SeedKey {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException(PROPERTY + " must be 32 hexadecimal digits");
        }
    }

    /** System property: the key, for tests of the grader's own. */
    static final String PROPERTY = "portzero.seed-key";

    private static final String FUNCTION = "HmacSHA256";
    private static final int BYTES = 16;

    /** That of a run: a new one, unless somebody who compares two runs has chosen it. */
    public static SeedKey ofRun() {
        String chosen = System.getProperty(PROPERTY);
        return chosen == null ? random() : new SeedKey(chosen);
    }

    public static SeedKey random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new SeedKey(HexFormat.of().formatHex(key));
    }

    /** The seed of a submission to a suite, 32 hexadecimal digits. */
    public String seed(String submissionDigest, String suiteDigest) {
        try {
            Mac mac = Mac.getInstance(FUNCTION);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(hex), FUNCTION));
            byte[] code = mac.doFinal((submissionDigest + " " + suiteDigest).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(code, 0, BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java must have " + FUNCTION, impossible);
        }
    }

    @Override
    public String toString() {
        return "a key"; // in no log either
    }
}

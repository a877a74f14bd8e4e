package portzero.grader.result;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns a student's name into a file name for every system; the same name always into the same. A key has letters,
 * digits, {@code .}, {@code _} and {@code -}, and begins with a letter or digit.
 */
public final class StudentKey {
    static final int LONGEST = 64;

    /** Room for what tells two keys apart: a hyphen and up to eight more. */
    private static final int LONGEST_STEM = LONGEST - 9;

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (LONGEST - 1) + "}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");

    /** Windows opens devices under these names, whatever follows the first dot. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private StudentKey() {}

    /**
     * The key of a name. Accents are dropped, spaces become {@code _}; when letters are lost on the way,
     * or the name is too long or not to be used, a digest of the name makes up for it.
     */
    public static String of(String name) {
        var plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        var joined = plain.strip().replaceAll("\\s+", "_");
        var stem = EDGES.matcher(OTHERS.matcher(joined).replaceAll("_")).replaceAll("");
        var lost = OTHERS.matcher(joined).find() || stem.isEmpty();
        return lost || stem.length() > LONGEST_STEM || isDevice(stem) ? withSuffix(stem, digest(name)) : stem;
    }

    /**
     * The key of somebody whom nothing but a name tells apart: where an accent was dropped, a digest makes up for that as well,
     * so that Zoë and Zoe have keys of their own whoever else is there.
     */
    public static String ofNameAlone(String name) {
        var key = of(name);
        var composed = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        var lost = !composed.chars().allMatch(c -> c < 0x80);
        var digest = digest(composed);
        return lost && !key.endsWith(digest) ? withSuffix(key, digest) : key;
    }

    /** The key with something after it, still short enough. */
    public static String withSuffix(String key, String suffix) {
        var stem = key.isEmpty() ? "student" : key.substring(0, Math.min(key.length(), LONGEST - 1 - suffix.length()));
        return stem + "-" + suffix;
    }

    /** The first eight hexadecimal digits of the text's SHA-256. */
    public static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java must have SHA-256", impossible);
        }
    }

    /** Whether this could be a key. */
    public static boolean isValid(String key) {
        return VALID.matcher(key).matches() && !key.endsWith(".");
    }

    private static boolean isDevice(String stem) {
        var first = stem.toLowerCase(Locale.ROOT).split("\\.", -1)[0];
        return DEVICES.contains(first) || first.matches("(com|lpt)[0-9]");
    }
}

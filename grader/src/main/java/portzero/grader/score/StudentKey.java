package portzero.grader.score;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns the name of a student, as a submission gives it, into a key that is safe as a file name
 * everywhere: letters, digits, {@code .}, {@code _} and {@code -}, beginning with a letter or digit.
 *
 * <p>A key is a function of the name alone, so that another run gives the same. Where letters had to
 * be left out, a short digest of the name is added. Two names may still share a key ({@code Ada L}
 * and {@code ada-l}): the caller sees that with {@link #folded} and asks for {@link #distinct}.
 */
public final class StudentKey {
    private static final int MAX = 64;
    private static final int DIGEST = 8;
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (MAX - 1) + "}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern LETTERS_LOST = Pattern.compile("[\\p{L}\\p{N}&&[^A-Za-z0-9]]");
    private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");

    /** What Windows takes for a device, with any extension. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private StudentKey() {}

    /** A key for the name; the name itself wherever it is safe. */
    public static String of(String name) {
        String plain = plain(name);
        String key = EDGES.matcher(OTHER.matcher(plain).replaceAll("-")).replaceAll("");
        boolean lossy = key.isEmpty() || LETTERS_LOST.matcher(plain).find();
        return lossy || key.length() > MAX || DEVICE.matcher(key).matches() ? withDigest(key, name) : key;
    }

    /** A key for the name that ends in a digest of it; for names whose plain key is taken. */
    public static String distinct(String name) {
        return withDigest(of(name), name);
    }

    /** Equal for keys that are one file where case is not told apart. */
    public static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /** Whether this could have come from {@link #of} or {@link #distinct}. */
    public static boolean isValid(String key) {
        return VALID.matcher(key).matches() && !key.endsWith(".");
    }

    private static String plain(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(decomposed).replaceAll("");
        return bare.replace("ß", "ss")
                .replace("æ", "ae")
                .replace("Æ", "Ae")
                .replace("ø", "o")
                .replace("Ø", "O")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("đ", "d")
                .replace("Đ", "D")
                .replace("ı", "i");
    }

    private static String withDigest(String key, String name) {
        String stem = key.isEmpty() ? "student" : key;
        String cut = stem.substring(0, Math.min(stem.length(), MAX - DIGEST - 1));
        return EDGES.matcher(cut).replaceAll("") + "-" + digest(name);
    }

    private static String digest(String name) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, DIGEST / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}

package portzero.grader.submission;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns a student's name into a file name for every system; the same name always into the same. */
final class StudentKey {
    static final int LONGEST = 64;

    /** Room for what tells two keys apart: a hyphen and up to eight more. */
    private static final int LONGEST_STEM = LONGEST - 9;

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
    static String of(String name) {
        var plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        var joined = plain.strip().replaceAll("\\s+", "_");
        var stem = EDGES.matcher(OTHERS.matcher(joined).replaceAll("_")).replaceAll("");
        var lost = OTHERS.matcher(joined).find() || stem.isEmpty();
        return lost || stem.length() > LONGEST_STEM || isDevice(stem) ? withSuffix(stem, Digests.brief(name)) : stem;
    }

    /** The key with something after it, still short enough. */
    static String withSuffix(String key, String suffix) {
        var stem = key.isEmpty() ? "student" : key.substring(0, Math.min(key.length(), LONGEST - 1 - suffix.length()));
        return stem + "-" + suffix;
    }

    private static boolean isDevice(String stem) {
        var first = stem.toLowerCase(Locale.ROOT).split("\\.", -1)[0];
        return DEVICES.contains(first) || first.matches("(com|lpt)[0-9]");
    }
}

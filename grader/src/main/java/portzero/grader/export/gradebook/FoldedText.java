package portzero.grader.export.gradebook;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ids and names with what platforms and spreadsheets change on the way taken out: case, accents, order, leading zeros. */
final class FoldedText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Letters that two names must share to pass for one person's, of those of the longer one. */
    private static final double ALIKE = 0.75;

    private FoldedText() {}

    /** An id: composed, lower case, no spaces around it; of digits alone, without leading zeros. */
    static String id(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return DIGITS.matcher(folded).matches() ? folded.replaceFirst("^0+(?=.)", "") : folded;
    }

    /** The words of a name, in an order of their own: {@code Lovelace, Ada} and {@code Ada Lovelace} are one. */
    static String name(String text) {
        return words(text).sorted().collect(Collectors.joining(" "));
    }

    /** All words in one, as Canvas does it: {@code lovelaceada}. */
    static String squashed(String text) {
        return words(text).collect(Collectors.joining());
    }

    private static Stream<String> words(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NO_WORD.splitAsStream(plain.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }

    /**
     * Whether two names can be the same person's: one has no letters, or most letters are the same, in any order, or all words of one
     * are in the other.
     */
    static boolean canBeOne(String one, String other) {
        String letters = squashed(one).replaceAll("[^\\p{L}]", "");
        String others = squashed(other).replaceAll("[^\\p{L}]", "");
        if (letters.isEmpty() || others.isEmpty()) {
            return true;
        }
        List<String> words = words(one).toList();
        List<String> otherWords = words(other).toList();
        return words.containsAll(otherWords)
                || otherWords.containsAll(words)
                || shared(letters, others) >= ALIKE * Math.max(letters.length(), others.length());
    }

    private static int shared(String one, String other) {
        Map<Integer, Integer> counts = new HashMap<>();
        one.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
        return (int) other.chars()
                .filter(c -> counts.merge(c, -1, Integer::sum) >= 0)
                .count();
    }
}

package portzero.grader.roster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import portzero.grader.intake.Person;

/**
 * What lists and platforms may call somebody, in a form in which spellings of the same are equal: without regard to case, to how
 * accents are encoded, kinds of spaces, zeros before a number, or which name comes first.
 */
final class PersonKeys {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NUMBER = Pattern.compile("0*([0-9]+)");

    /** As Moodle's worksheet calls people, in some of its languages. */
    private static final Pattern PARTICIPANT = Pattern.compile(
            "(?:participant|participante|participant·e|partecipante|teilnehmer/?(?:in)?|deelnemer|deltagare|uczestnik) ?0*([0-9]+)");

    private PersonKeys() {}

    /** A cell or name as it is compared. */
    static String folded(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return Normalizer.normalize(
                SPACES.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** What a cell of a list may call somebody. */
    static Set<String> ofCell(String cell) {
        var folded = folded(cell);
        if (folded.isEmpty()) {
            return Set.of();
        }
        var keys = of(folded);
        int at = folded.indexOf('@');
        if (at > 0) {
            keys.add(folded.substring(0, at));
        }
        var participant = PARTICIPANT.matcher(folded);
        if (participant.matches()) {
            keys.add("#" + participant.group(1));
        }
        return keys;
    }

    /** All that somebody who handed in may be called. */
    static Set<String> of(Person person) {
        var names = new ArrayList<>(List.of(person.name(), person.key()));
        if (person.id() != null) {
            names.add(person.id());
        }
        names.addAll(person.aliases());
        var keys = new LinkedHashSet<String>();
        for (var name : names) {
            keys.addAll(ofCell(name));
            keys.add("=" + letters(folded(name)));
        }
        keys.remove("=");
        return keys;
    }

    private static Set<String> of(String folded) {
        var keys = new LinkedHashSet<String>();
        keys.add(folded);
        var number = NUMBER.matcher(folded);
        if (number.matches()) {
            keys.add("#" + number.group(1));
        }
        var words = words(folded);
        if (words.size() > 1) {
            var sorted = new ArrayList<>(words);
            Collections.sort(sorted);
            keys.add("~" + String.join(" ", sorted));
            // As Canvas writes names, the last name first.
            int comma = folded.indexOf(',');
            keys.add("="
                    + (comma > 0
                            ? letters(folded)
                            : letters(words.get(words.size() - 1) + folded)
                                    .substring(0, letters(folded).length())));
        }
        return keys;
    }

    /** The words of a name. */
    static List<String> words(String folded) {
        return List.of(folded.split("[ ,]+", -1)).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Letters and digits alone, without accents. */
    static String letters(String folded) {
        return MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD))
                .replaceAll("")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Whether one letter was left out, added or changed, or none. */
    static boolean isOneEditApart(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < Math.min(one.length(), other.length()) && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(one.length(), other.length()) - start
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - start - end <= 1;
    }
}

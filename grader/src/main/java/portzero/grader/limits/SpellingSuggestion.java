package portzero.grader.limits;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a misspelt name was meant to be. */
final class SpellingSuggestion {
    private SpellingSuggestion() {}

    /** The name that the fewest changes make of the word; none if it takes more than a third of its letters. */
    static Optional<String> nearest(String word, Collection<String> names) {
        var lower = word.toLowerCase(Locale.ROOT).replace('_', '-');
        return names.stream()
                .filter(name -> changes(lower, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> changes(lower, name)));
    }

    /** The Levenshtein distance: letters to insert, delete or replace. */
    private static int changes(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}

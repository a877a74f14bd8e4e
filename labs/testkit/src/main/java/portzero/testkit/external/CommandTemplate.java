package portzero.testkit.external;

import java.util.List;
import java.util.Map;

/**
 * The words of a command with placeholders in them, such as {@code {port}}. A shell has no part in it: each word is one argument.
 *
 * @param words the program and its arguments
 */
public record CommandTemplate(List<String> words) {

    /** The placeholder that becomes the port to listen on. */
    public static final String PORT = "port";

    /** The placeholder that becomes the address to listen on, without the port. */
    public static final String HOST = "host";

    public CommandTemplate {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command must have a word");
        }
    }

    /** Whether a placeholder of this name is in it. */
    public boolean has(String name) {
        return words.stream().anyMatch(word -> word.contains(placeholder(name)));
    }

    /** The command with values in place of those placeholders that have one; other braces stay as they are. */
    public List<String> fill(Map<String, String> values) {
        return words.stream().map(word -> fill(word, values)).toList();
    }

    private static String fill(String word, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = word.indexOf('{'); open >= 0; open = word.indexOf('{', from)) {
            int close = word.indexOf('}', open);
            String value = close < 0 ? null : values.get(word.substring(open + 1, close));
            filled.append(word, from, open).append(value == null ? "{" : value);
            from = value == null ? open + 1 : close + 1;
        }
        return filled.append(word, from, word.length()).toString();
    }

    /** How a placeholder is written: {@code {port}}. */
    public static String placeholder(String name) {
        return "{" + name + "}";
    }
}

package portzero.grader.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that a student chose, fit for a message. */
public final class DisplayName {
    private static final int LONGEST = 100;
    private static final int MOST = 8;

    private DisplayName() {}

    /** At most 100 characters; control and direction characters, and lone surrogates, as escapes. */
    public static String name(String name) {
        var shown = new StringBuilder();
        name.codePoints().limit(LONGEST).forEach(point -> append(shown, point));
        return name.codePointCount(0, name.length()) > LONGEST
                ? shown.append('…').toString()
                : shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> shown.append(String.format(Locale.ROOT, "\\u%04x", point));
            default -> shown.appendCodePoint(point);
        }
    }

    /** The first eight, and how many more there are. */
    public static String names(List<String> names) {
        var between = names.stream().anyMatch(name -> name.contains(",")) ? "; " : ", ";
        var shown = names.stream().limit(MOST).map(DisplayName::name).collect(Collectors.joining(between));
        return names.size() <= MOST ? shown : shown + " and " + (names.size() - MOST) + " more";
    }
}

package portzero.grader.text;

import java.util.Locale;

/**
 * Text from a submission, made safe to look at.
 *
 * <p>Control characters, bidirectional marks, other invisible characters and lone surrogates become
 * escapes ({@code \}{@code u001b}), so that text cannot recolour a terminal, turn a line around or
 * hide in it. Long text is cut, and says by how much. This says nothing about HTML or CSV: those
 * escape again, by context.
 */
public final class SafeText {
    private static final String TAB = "    ";
    private static final int MOST_MARKS = 3;

    private SafeText() {}

    /** One line: line ends and tabs become escapes too. At most {@code max} characters are shown. */
    public static String line(String text, int max) {
        return shown(text, max, false);
    }

    /** Several lines: {@code \n} and {@code \r\n} stay line ends, a tab becomes four spaces. */
    public static String block(String text, int max) {
        return shown(text.replace("\r\n", "\n").stripTrailing(), max, true);
    }

    private static String shown(String text, int max, boolean lines) {
        int end = cut(text, max);
        var out = new StringBuilder(Math.min(end, max) + 16);
        int marks = 0;
        for (int i = 0; i < end; ) {
            int c = text.codePointAt(i);
            marks = isMark(c) ? marks + 1 : 0;
            append(out, c, lines, marks > MOST_MARKS);
            i += Character.charCount(c);
        }
        return end == text.length() ? out.toString() : out + rest(text.length() - end, lines);
    }

    /** Where to cut so that no surrogate pair is torn. */
    private static int cut(String text, int max) {
        if (text.length() <= max) {
            return text.length();
        }
        return max > 0 && Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    }

    private static String rest(int left, boolean lines) {
        return String.format(Locale.ROOT, "%s… %,d more characters", lines ? "\n" : " ", left);
    }

    private static void append(StringBuilder out, int c, boolean lines, boolean piledUp) {
        if (lines && c == '\n') {
            out.append('\n');
        } else if (lines && c == '\t') {
            out.append(TAB);
        } else if (piledUp || isInvisible(c)) {
            escape(out, c);
        } else {
            out.appendCodePoint(c);
        }
    }

    /** Marks pile up on the letter before them; a long pile covers the lines above. */
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    public static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void escape(StringBuilder out, int c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                for (char unit : Character.toChars(c)) {
                    out.append(String.format("\\u%04x", (int) unit));
                }
            }
        }
    }
}

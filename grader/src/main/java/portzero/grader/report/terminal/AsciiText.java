package portzero.grader.report.terminal;

/** Text for a terminal without Unicode: our own typography spelt out, all else as escapes. */
final class AsciiText {
    private static final int LAST = 0x7e;

    private AsciiText() {}

    static String of(String text) {
        var out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(c <= LAST ? String.valueOf((char) c) : spelt((char) c)));
        return out.toString();
    }

    private static String spelt(char c) {
        return switch (c) {
            case '✗' -> "x";
            case '✓' -> "+";
            case '○' -> "o";
            case '→' -> "->";
            case '←' -> "<-";
            case '…' -> "...";
            case '“', '”' -> "\"";
            case '‘', '’' -> "'";
            case '–', '—', '−' -> "-";
            case '≥' -> ">=";
            case '≤' -> "<=";
            case '×' -> "x";
            case '·' -> "-";
            default -> String.format("\\u%04x", (int) c);
        };
    }
}

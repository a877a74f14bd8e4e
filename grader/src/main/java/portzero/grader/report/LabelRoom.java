package portzero.grader.report;

/** Cuts labels to the room that a drawing has, as no browser wraps or cuts text in SVG. */
final class LabelRoom {
    /** Tenths of a unit that a character of the 12.5 unit font takes, on the wide side. */
    private static final int NARROW = 66;

    private static final int WIDE = 125;
    private static final int FIRST_WIDE = 0x1100;
    private static final int TAG = 34;

    private LabelRoom() {}

    /** The label, or its beginning and an ellipsis, within {@code room} units beside the tag. */
    static String cut(String label, int room, String tag) {
        int left = 10 * (room - (tag.isEmpty() ? 0 : TAG));
        for (int i = 0; i < label.length(); ) {
            int c = label.codePointAt(i);
            left -= c < FIRST_WIDE || (c > 0x2000 && c < 0x2e80) ? NARROW : WIDE;
            if (left < 0) {
                return label.substring(0, Math.max(0, i - 1)).stripTrailing() + "…";
            }
            i += Character.charCount(c);
        }
        return label;
    }
}

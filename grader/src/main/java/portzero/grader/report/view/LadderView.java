package portzero.grader.report.view;

import java.util.List;

/**
 * The steps of a test as arrows between lifelines, ready to be drawn: all numbers are units of the
 * drawing, from its top left corner.
 *
 * @param id unique on the page; the title and description are referred to by it
 * @param description the same story in words, for who does not see the drawing
 */
public record LadderView(
        String id,
        int width,
        int height,
        int top,
        String title,
        String description,
        List<Side> sides,
        List<Rung> rungs) {

    /** A lifeline, at {@code x}, and its name. */
    public record Side(int x, String name) {}

    /**
     * One step.
     *
     * @param number of the step in the told story; empty for a gap
     * @param kind a class of the style sheet: {@code call}, {@code data}, {@code reset} …
     * @param arrow whether something crosses from {@code from} to {@code to}
     * @param from where the arrow starts
     * @param to where its shaft ends, short of the head
     * @param y the arrow's height
     * @param labelX where the label is anchored
     * @param anchor how: {@code start}, {@code middle} or {@code end}
     * @param tag {@code FIN} or {@code RST}, or empty
     * @param label a few words, cut to the room there is
     * @param full the whole label
     * @param head the arrow's head as an SVG path
     * @param dash the shaft's dash pattern, or empty for a solid line
     */
    public record Rung(
            String number,
            String kind,
            boolean arrow,
            int from,
            int to,
            int y,
            int labelX,
            String anchor,
            String tag,
            String label,
            String full,
            String head,
            String dash) {
        /** Whether the head is a solid shape; the others are lines. */
        public boolean solid() {
            return !kind.equals("call") && !kind.equals("reset");
        }
    }
}

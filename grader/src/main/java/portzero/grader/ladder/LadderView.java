package portzero.grader.ladder;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The steps of a conversation as arrows between lifelines, ready to be drawn: all numbers are units of the
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
     * @param number of the step in the told story; empty for none
     * @param kind a class of the style sheet: {@code call}, {@code data}, {@code reset} …
     * @param arrow whether something crosses from {@code from} to {@code to}; the others stand at their lifeline
     * @param from where the arrow starts
     * @param to where its shaft ends, short of the head
     * @param y the arrow's height
     * @param labelX where the label is anchored
     * @param anchor how: {@code start}, {@code middle} or {@code end}
     * @param tag {@code FIN}, {@code RST} or {@code ICMP}, or empty
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
        /**
         * Something that crosses, with its label above the middle.
         *
         * @param label {@code full}, cut to the room there is
         */
        public static Rung arrow(String number, Arrow kind, int from, int tip, int y, String label, String full) {
            var shape = ArrowShape.of(kind, tip, y, from < tip ? 1 : -1);
            return new Rung(
                    number,
                    shape.name(),
                    true,
                    from,
                    shape.shaftEnd(),
                    y,
                    (from + tip) / 2,
                    "middle",
                    kind.tag(),
                    label,
                    full,
                    shape.head(),
                    shape.dash());
        }

        /** What one side does by itself: a dot on its lifeline, and the label right or left of it. */
        public static Rung note(String number, int x, int y, boolean right, String label, String full) {
            int labelX = right ? x + 12 : x - 12;
            return at("note", number, x, y, labelX, label, full);
        }

        /** The state that one side is in: a box on its lifeline. */
        public static Rung state(int x, int y, String name) {
            return at("state", "", x, y, x, name, name);
        }

        /** Steps that are not drawn. */
        public static Rung gap(int x, int y, String label) {
            return at("gap", "", x, y, x, label, label);
        }

        private static Rung at(String kind, String number, int x, int y, int labelX, String label, String full) {
            String anchor = labelX == x ? "middle" : labelX > x ? "start" : "end";
            return new Rung(number, kind, false, x, x, y, labelX, anchor, "", label, full, "", "");
        }

        /** The step in one line. */
        public String told() {
            return Stream.of(number, tag, full).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
        }

        /** Whether the head is a solid shape; the others are lines. */
        public boolean solid() {
            return !head.isEmpty() && head.endsWith("Z");
        }
    }
}

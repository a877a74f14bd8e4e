package portzero.grader.ladder;

/**
 * How an arrow looks, so that kinds are told apart by shape and not by colour alone.
 *
 * @param name the kind as a class of the style sheet
 * @param shaftEnd where the line ends, short of the head
 * @param head an SVG path
 * @param dash the line's dash pattern; empty for solid
 */
record ArrowShape(String name, int shaftEnd, String head, String dash) {
    private static final int HEAD = 9;

    /**
     * The shape of one kind.
     *
     * @param direction 1 to the right, −1 to the left
     */
    static ArrowShape of(Arrow kind, int tip, int y, int direction) {
        int back = tip - HEAD * direction;
        String solid = "M%d %dL%d %dL%d %dZ".formatted(tip, y, back, y - 5, back, y + 5);
        return switch (kind) {
            case CALL -> new ArrowShape("call", tip, open(tip, y, back), "1 4");
            case CONNECT -> new ArrowShape("connect", back, solid, "");
            case DATA -> new ArrowShape("data", back, solid, "");
            case DATAGRAM -> new ArrowShape("datagram", back, solid, "10 5");
            case END -> end(tip, y, direction);
            case RESET -> reset(tip, y, direction);
            case ACK -> new ArrowShape("ack", tip, open(tip, y, back), "");
            case ERROR -> new ArrowShape("error", back, solid, "3 3");
        };
    }

    private static String open(int tip, int y, int back) {
        return "M%d %dL%d %dL%d %d".formatted(back, y - 5, tip, y, back, y + 5);
    }

    /** A head that runs against a bar: nothing more will come this way. */
    private static ArrowShape end(int tip, int y, int direction) {
        int bar = tip - 2 * direction;
        int point = tip - 4 * direction;
        int back = point - HEAD * direction;
        String head = "M%d %dL%d %dL%d %dZM%d %dV%dH%dV%dZ"
                .formatted(point, y, back, y - 5, back, y + 5, bar, y - 8, y + 8, tip, y - 8);
        return new ArrowShape("end", back, head, "");
    }

    /** A cross on a broken line: both directions are gone. */
    private static ArrowShape reset(int tip, int y, int direction) {
        int middle = tip - 8 * direction;
        String cross = "M%d %dL%d %dM%d %dL%d %d"
                .formatted(middle - 6, y - 6, middle + 6, y + 6, middle - 6, y + 6, middle + 6, y - 6);
        return new ArrowShape("reset", middle, cross, "6 4");
    }
}

package portzero.testkit.adversary;

/** Which way a datagram crosses a link. */
public enum Direction {
    /** From the side that sends data. */
    TO_RECEIVER("sender", "receiver"),

    /** From the side that acknowledges it. */
    TO_SENDER("receiver", "sender");

    private final String from;
    private final String to;

    Direction(String from, String to) {
        this.from = from;
        this.to = to;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }
}

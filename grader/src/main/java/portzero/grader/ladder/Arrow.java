package portzero.grader.ladder;

/** What goes from one lifeline to another. Each kind is drawn in a way of its own. */
public enum Arrow {
    /** A method call, and what it returned or threw. */
    CALL(""),
    /** A connection is opened: SYN. */
    CONNECT(""),
    /** Bytes of a stream. */
    DATA(""),
    /** One datagram. */
    DATAGRAM(""),
    /** An acknowledgement without data. */
    ACK(""),
    /** The end of one direction of a stream: FIN. */
    END("FIN"),
    /** A connection is aborted: RST. */
    RESET("RST"),
    /** A message of ICMP: what was sent could not be delivered. */
    ERROR("ICMP");

    private final String tag;

    Arrow(String tag) {
        this.tag = tag;
    }

    /** What the network calls it, where that is drawn beside the label; else empty. */
    public String tag() {
        return tag;
    }
}

package portzero.headers;

/** What a segment is for. Where several fit, it is the first of them in this order. */
public enum SegmentKind {
    /** It has the flag RST. */
    RST,
    /** It has the flags SYN and ACK. */
    SYN_ACK,
    /** It has the flag SYN. */
    SYN,
    /** It has the flag FIN, with data or without. */
    FIN,
    /** It carries data. */
    DATA,
    /** None of these: it acknowledges, or says that it is ready to receive. */
    ACK
}

package portzero.headers;

/** The eight flags of a TCP header (RFC 9293, section 3.1), from the lowest bit of their byte to the highest. */
public enum TcpFlag {
    /** The sender has no more data. */
    FIN,
    /** The sequence number is the one that the sender counts from. */
    SYN,
    /** There is no such connection, or no longer. */
    RST,
    /** Hand the data to the program now. */
    PSH,
    /** The acknowledgment number counts. */
    ACK,
    /** The urgent pointer counts. */
    URG,
    /** A router has seen congestion. */
    ECE,
    /** The sender has slowed down. */
    CWR
}

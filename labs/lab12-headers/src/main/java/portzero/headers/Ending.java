package portzero.headers;

/** What became of a connection by the end of a capture. */
public enum Ending {
    /** Neither side has sent FIN, and neither RST. */
    OPEN,
    /** One side or both have sent FIN, but not both of these are acknowledged. */
    CLOSING,
    /**
     * Both sides have sent FIN, and each has acknowledged that of the other: FIN has a number of its own, the one behind its
     * segment's last byte of data, and a segment with the flag ACK, from then on, has a number above it.
     */
    CLOSED,
    /** One side has sent RST, whatever was before it or came after it. */
    RESET
}

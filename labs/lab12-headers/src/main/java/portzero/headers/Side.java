package portzero.headers;

/** One of the two ends of a connection. */
public enum Side {
    /** The one that sent the first SYN. */
    CLIENT,
    /** The one that it was sent to. */
    SERVER
}

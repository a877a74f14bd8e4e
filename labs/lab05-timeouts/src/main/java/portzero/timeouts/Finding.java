package portzero.timeouts;

/** What became of an attempt to connect. */
public enum Finding {
    /** A connection was made: somebody listens there. */
    OPEN,
    /** The answer was a refusal, an RST: the host is there, and nobody listens on this port. */
    REFUSED,
    /** There was no answer in time: nobody knows why. */
    SILENT,
    /** The system knew no way to the address, or was told on the way that there is none. */
    UNREACHABLE,
    /** There is no address to go to, because the name was not resolved. */
    UNKNOWN_HOST
}

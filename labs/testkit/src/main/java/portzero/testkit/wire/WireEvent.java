package portzero.testkit.wire;

/**
 * Something that a socket of the test did or saw.
 *
 * @param time when, in {@link System#nanoTime()}; never before the event before it
 * @param thread the thread of the test's JVM that acted
 * @param flow the connection, or the pair of UDP sockets
 * @param kind what it was
 * @param byTest whether the test's side brought it about, and not the student's program
 * @param payload what was carried; empty for what carries nothing
 */
public record WireEvent(long time, long thread, Flow flow, Kind kind, boolean byTest, Segment payload) {

    /** Sorts of event. */
    public enum Kind {
        /** A connection was made. */
        CONNECTED,
        /** A connection was refused. */
        REFUSED,
        /** Bytes of a stream, as many as fit into one packet. */
        DATA,
        /** One datagram. */
        DATAGRAM,
        /** One direction of a stream has ended (FIN). */
        END,
        /** A connection was aborted (RST). */
        RESET
    }
}

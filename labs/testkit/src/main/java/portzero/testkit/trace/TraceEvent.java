package portzero.testkit.trace;

/**
 * One step of a test as an arrow between its two sides, for a ladder diagram.
 *
 * @param step the number of the step in the told story, from 1
 * @param from the side that acts: {@code test}, {@code server}, {@code client} …
 * @param to the side that it concerns; the same as {@code from} for a step that crosses nothing
 * @param kind what kind of step it is
 * @param label a few words, already free of control characters
 */
public record TraceEvent(int step, String from, String to, Kind kind, String label) {

    /** What crosses between the two sides. */
    public enum Kind {
        /** A method call on the subject, and what it returned or threw. */
        CALL,
        /** A connection is opened. */
        CONNECT,
        /** Bytes of a stream. */
        DATA,
        /** One datagram. */
        DATAGRAM,
        /** The end of one direction of a stream (FIN). */
        END,
        /** A connection is aborted (RST). */
        RESET,
        /** Nothing crosses: waiting, holding, closing a listener. */
        NOTE
    }
}

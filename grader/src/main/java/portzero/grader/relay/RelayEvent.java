package portzero.grader.relay;

import java.util.Arrays;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.TraceEvent;

/** Something that has passed the relay. */
final class RelayEvent {

    /** So many bytes may be shown one by one. */
    private static final int KEPT = 64;

    private final int client;
    private final boolean fromClient;
    private final TraceEvent.Kind kind;
    private final byte[] bytes;
    private final long length;
    private final int pieces;
    private final String words;

    /**
     * @param client the number of the client, from 1
     * @param fromClient whether the client did it, and not the server
     * @param kind what it was
     * @param bytes the beginning of the bytes, as far as they are kept; empty if it was none
     * @param length how many bytes there were
     * @param pieces in how many pieces they came; 0 if there were none
     * @param words what to say of it if it was no bytes
     */
    private RelayEvent(
            int client, boolean fromClient, TraceEvent.Kind kind, byte[] bytes, long length, int pieces, String words) {
        this.client = client;
        this.fromClient = fromClient;
        this.kind = kind;
        this.bytes = bytes;
        this.length = length;
        this.pieces = pieces;
        this.words = words;
    }

    static RelayEvent data(int client, boolean fromClient, TraceEvent.Kind kind, byte[] bytes, int length) {
        return new RelayEvent(client, fromClient, kind, Arrays.copyOf(bytes, Math.min(length, KEPT)), length, 1, "");
    }

    static RelayEvent of(int client, boolean fromClient, TraceEvent.Kind kind, String words) {
        return new RelayEvent(client, fromClient, kind, new byte[0], 0, 0, words);
    }

    int client() {
        return client;
    }

    boolean fromClient() {
        return fromClient;
    }

    TraceEvent.Kind kind() {
        return kind;
    }

    /** Whether it is bytes of the same stream in the same direction, so that a reader takes both for one. */
    boolean continues(RelayEvent earlier) {
        return kind == TraceEvent.Kind.DATA
                && earlier.kind == kind
                && earlier.client == client
                && earlier.fromClient == fromClient;
    }

    /** Both as one. */
    RelayEvent after(RelayEvent earlier) {
        byte[] kept = Arrays.copyOf(earlier.bytes, Math.min(KEPT, earlier.bytes.length + bytes.length));
        System.arraycopy(bytes, 0, kept, earlier.bytes.length, kept.length - earlier.bytes.length);
        return new RelayEvent(client, fromClient, kind, kept, earlier.length + length, earlier.pieces + pieces, words);
    }

    /** A few words for an arrow. */
    String label() {
        String number = "#" + client + " ";
        if (pieces == 0) {
            return number + words;
        }
        String size = length == bytes.length ? DisplayText.bytes(bytes) : DisplayText.size(length);
        return number + size + (pieces == 1 ? "" : " in " + pieces + " pieces");
    }
}

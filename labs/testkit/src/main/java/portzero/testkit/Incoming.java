package portzero.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import portzero.testkit.trace.Move;
import portzero.testkit.trace.Shown;

/** Bytes that have come so far, out of a number that may come. */
final class Incoming {

    private static final int CHUNK = 64 << 10;

    private final int most;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ByteBuffer buffer;
    private boolean told;

    Incoming(int most) {
        this.most = most;
        buffer = ByteBuffer.allocate(Math.min(Math.max(most, 1), CHUNK));
    }

    /** An empty buffer with room for what may still come. */
    ByteBuffer room() {
        return buffer.clear().limit(Math.min(buffer.capacity(), Math.max(1, most - received.size())));
    }

    void add(ByteBuffer filled) {
        byte[] bytes = new byte[filled.flip().remaining()];
        filled.get(bytes);
        received.writeBytes(bytes);
    }

    int size() {
        return received.size();
    }

    byte[] bytes() {
        return received.toByteArray();
    }

    byte[] since(int start) {
        return Arrays.copyOfRange(received.toByteArray(), start, received.size());
    }

    /** Makes what has come a step of the story, once. */
    void tell(Voice voice) {
        if (!told && size() > 0) {
            told = true;
            voice.hears(Move.Kind.DATA, "sends " + Shown.bytes(bytes()), Shown.bytes(bytes()));
        }
    }
}

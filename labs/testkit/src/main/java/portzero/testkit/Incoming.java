package portzero.testkit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import portzero.testkit.trace.Move;
import portzero.testkit.trace.Shown;

/** Bytes that have come so far, out of a number that may come. */
final class Incoming {

    private static final int CHUNK = 64 << 10;

    private final int most;
    private byte[] received = new byte[256];
    private int size;
    private final ByteBuffer buffer;
    private boolean told;

    Incoming(int most) {
        this.most = most;
        buffer = ByteBuffer.allocate(Math.min(Math.max(most, 1), CHUNK));
    }

    /** An empty buffer with room for what may still come. */
    ByteBuffer room() {
        return buffer.clear().limit(Math.min(buffer.capacity(), Math.max(1, most - size)));
    }

    void add(ByteBuffer filled) {
        int n = filled.flip().remaining();
        if (received.length - size < n) {
            received = Arrays.copyOf(received, Math.max(2 * received.length, size + n));
        }
        filled.get(received, size, n);
        size += n;
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return Arrays.copyOf(received, size);
    }

    /** Whether what has come since there were {@code start} bytes is what is expected there. */
    boolean isAsExpected(byte[] expected, int start) {
        return Arrays.equals(received, start, size, expected, start, size);
    }

    /** Makes what has come a step of the story, once. */
    void tell(Voice voice) {
        if (!told && size() > 0) {
            told = true;
            voice.hears(Move.Kind.DATA, "sends " + Shown.bytes(bytes()), Shown.bytes(bytes()));
        }
    }
}

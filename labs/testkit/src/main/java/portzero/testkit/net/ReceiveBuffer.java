package portzero.testkit.net;

import java.nio.ByteBuffer;
import java.util.Arrays;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.TraceEvent;

/** Bytes that have come so far, out of a number that may come. Grows with what comes. */
final class ReceiveBuffer {

    private static final int CHUNK = 64 << 10;

    private final int most;
    private byte[] bytes;
    private int size;
    private boolean told;

    ReceiveBuffer(int most) {
        this.most = most;
        bytes = new byte[Math.min(most, CHUNK)];
    }

    /** An empty buffer with room for what may still come; {@link #add} takes what was put into it. */
    ByteBuffer room() {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(most, 2L * size));
        }
        return ByteBuffer.wrap(bytes, size, Math.min(bytes.length - size, CHUNK));
    }

    void add(ByteBuffer filled) {
        size = filled.position();
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == most;
    }

    /** What came instead of all that was expected. */
    String came() {
        return size == 0 ? "nothing came" : "only " + DisplayText.size(size) + " came";
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Whether the bytes from {@code start} on are the expected ones. */
    boolean matches(byte[] expected, int start) {
        return Arrays.equals(expected, start, size, bytes, start, size);
    }

    /** Makes what has come a step of the story, once. */
    void tell(StepRecorder recorder) {
        if (!told && size > 0) {
            told = true;
            String what = size <= CHUNK ? DisplayText.bytes(bytes()) : DisplayText.size(size);
            recorder.hears(TraceEvent.Kind.DATA, "sends " + what, what);
        }
    }
}

package portzero.grader.capture;

import java.util.ArrayList;
import java.util.List;

/** One packet of a capture, of which perhaps only the beginning was kept. */
final class CapturedPacket {

    private final long time;
    private final boolean outbound;
    private final byte[] captured;
    private final int length;
    private final List<String> comments = new ArrayList<>();

    /**
     * @param time nanoseconds since the capture began
     * @param outbound whether the test sent it
     * @param captured the IP packet, or its beginning
     * @param length the length of the whole packet
     */
    CapturedPacket(long time, boolean outbound, byte[] captured, int length) {
        this.time = time;
        this.outbound = outbound;
        this.captured = captured;
        this.length = length;
    }

    long time() {
        return time;
    }

    boolean isOutbound() {
        return outbound;
    }

    /** The bytes there are; not a copy. */
    byte[] captured() {
        return captured;
    }

    int length() {
        return length;
    }

    void comment(String text) {
        comments.add(text);
    }

    List<String> comments() {
        return List.copyOf(comments);
    }
}

package portzero.testkit.host;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the first bytes that are printed and counts the rest. Thread-safe.
 *
 * <p>The system property {@code portzero.output} says how many; 16 KiB if nobody does.
 */
final class BoundedOutput extends OutputStream {

    private static final int MOST = Integer.getInteger("portzero.output", 16 << 10);

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long dropped;

    @Override
    public synchronized void write(int b) {
        if (kept.size() < MOST) {
            kept.write(b);
        } else {
            dropped++;
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int room = Math.min(length, MOST - kept.size());
        kept.write(bytes, offset, room);
        dropped += length - room;
    }

    synchronized String text() {
        String text = kept.toString(StandardCharsets.UTF_8);
        return dropped == 0 ? text : text + "\n[limit OUTPUT: " + dropped + " more bytes were printed]";
    }
}

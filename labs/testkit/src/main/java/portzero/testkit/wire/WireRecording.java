package portzero.testkit.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the sockets of all tests of a run did, test by test. Thread-safe. */
public final class WireRecording implements AutoCloseable {

    private static final int MAX_KEPT = 64 << 20; // bytes

    private static volatile @Nullable WireRecording current;

    private final long start = System.nanoTime();
    private final List<WireLog> logs = new ArrayList<>();
    private int left = MAX_KEPT;

    WireRecording() {}

    /** Has all further tests in this JVM recorded, until it is closed. */
    public static WireRecording begin() {
        WireRecording recording = new WireRecording();
        current = recording;
        return recording;
    }

    /** The log of a test that begins; it records nothing unless somebody wants it. */
    public static WireLog log(String test) {
        return new WireLog(test, current);
    }

    /** When it began, in {@link System#nanoTime()}. */
    public long start() {
        return start;
    }

    synchronized void add(WireLog log) {
        logs.add(log);
    }

    /** How many of so many bytes may be kept. */
    synchronized int granted(int wanted) {
        int granted = Math.max(0, Math.min(wanted, left));
        left -= granted;
        return granted;
    }

    /** The tests that are over, in the order in which they ended; one that ran again is there twice. */
    public synchronized List<WireLog> logs() {
        return List.copyOf(logs);
    }

    /** Ends it. What was recorded stays. */
    @Override
    public void close() {
        current = null;
    }
}

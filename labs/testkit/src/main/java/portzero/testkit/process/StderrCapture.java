package portzero.testkit.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning of what a process writes to standard error and throws the rest away. */
public final class StderrCapture implements Runnable {

    private static final int MOST = 4_000;

    private final InputStream in;
    private final StringBuilder kept = new StringBuilder();

    /** Of a stream that whoever runs this reads to its end. */
    public StderrCapture(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[1_024];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                keep(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            keep(""); // the process was killed; what was kept stays
        }
    }

    private synchronized void keep(String text) {
        if (kept.length() < MOST) {
            kept.append(text);
        }
    }

    /** What was kept so far. */
    public synchronized String text() {
        return kept.toString();
    }
}

package portzero.testkit.host;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the host says on the real standard error before it halts, for the other end to know why. */
final class CrashReporter {

    private CrashReporter() {}

    static void say(Throwable reason) {
        // Not closed: the descriptor is the process's.
        FileOutputStream err = new FileOutputStream(FileDescriptor.err);
        try {
            err.write((reason.getClass().getName() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            return; // the exit status still tells
        }
    }
}

package portzero.grader.sandbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes from a thread that lives as long as this JVM. Thread-safe.
 *
 * <p>A sandboxed process is killed when its parent dies, and to Linux the parent is the <em>thread</em>
 * that started it (prctl(2), PR_SET_PDEATHSIG): started from a pool thread, a subject would be killed
 * whenever the pool lets that thread go.
 */
public final class Launcher {
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "launcher");
        thread.setDaemon(true);
        return thread;
    });

    private Launcher() {}

    /**
     * Starts the process; the caller ends it.
     *
     * @throws IOException when it cannot be started
     */
    public static Process start(ProcessBuilder builder) throws IOException {
        try {
            return THREAD.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(
                    "Interrupted while starting " + builder.command().get(0));
        }
    }
}

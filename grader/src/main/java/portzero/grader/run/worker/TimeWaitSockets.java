package portzero.grader.run.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portzero.grader.sandbox.Launcher;

/**
 * The connections that tests have closed within the last minute. Linux keeps each in TIME_WAIT for 60 s, whoever has
 * ended, and a worker's network lives as long as the worker: without this each look at the kernel's table reads thousands of
 * rows that are nobody's any more, and the table is full at half its size.
 *
 * <p>{@code ss --kill} removes them (sock_diag(7), SOCK_DESTROY), where it is installed and the worker may. Only between
 * submissions, and before a test that is run again: while tests run their sockets are theirs. Not thread-safe.
 */
final class TimeWaitSockets {

    private static final Path SOCKETS = Path.of("/proc/net/sockstat");
    private static final Pattern COUNT = Pattern.compile("^TCP: .*\\btw (\\d+)\\b", Pattern.MULTILINE);
    private static final List<String> REMOVE = List.of("ss", "-H", "-n", "-t", "-K", "state", "time-wait");

    /** A submission leaves some dozens; to remove so many takes less than to read past them. */
    private static final long MANY = 400;

    /** A quarter of what a worker's network has room for: a lab's tests, which may make thousands, must find theirs. */
    private static final long TOO_MANY = 4_000;

    private static final long PATIENCE = 5;

    private boolean removable = true;

    /** Removes them if they are many. Does nothing where that is not possible. */
    void clear() {
        if (removable && count() >= MANY) {
            removable = remove() && count() < MANY;
        }
    }

    /** Removes them, however few they are. Does nothing where that is not possible. */
    void clearAll() {
        if (removable && count() > 0) {
            removable = remove();
        }
    }

    /** Whether there are so many that tests might find no room for theirs. */
    boolean isCrowded() {
        return count() >= TOO_MANY;
    }

    private static boolean remove() {
        try {
            Process process = Launcher.start(new ProcessBuilder(REMOVE)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD));
            if (process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                return true;
            }
            process.destroyForcibly();
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** How many there are in this network; 0 where that is not shown. */
    static long count() {
        try {
            return count(Files.readString(SOCKETS));
        } catch (IOException hidden) {
            return 0;
        }
    }

    static long count(String sockstat) {
        Matcher count = COUNT.matcher(sockstat);
        return count.find() ? Long.parseLong(count.group(1)) : 0;
    }
}

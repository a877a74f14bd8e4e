package portzero.testkit.external;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import portzero.testkit.process.ProcessExit;
import portzero.testkit.process.StderrCapture;

/** A program that was started, with whatever it starts itself. Thread-safe. */
final class ExternalProgram {

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration LAST = Duration.ofSeconds(5);
    private static final long LOOK_AGAIN =
            1_000_000; // nanoseconds; a process that is no child of this one tells nobody
    private static final int MOST_WORDS = 600;

    private final Process process;
    private final StderrCapture output;
    private final Thread reader;
    private volatile boolean listening;
    private volatile boolean closed;

    /** @param process with one stream for all that it prints */
    ExternalProgram(Process process) {
        this.process = process;
        output = new StderrCapture(process.getInputStream());
        reader = new Thread(output, "program-output");
        reader.setDaemon(true);
        reader.start();
    }

    Process process() {
        return process;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Takes note that it has begun to listen: if it ends from now on, it does so while it is used. */
    void listens() {
        listening = true;
    }

    /** Whether it has ended though nobody has told it to, after it had begun to listen. */
    boolean hasFailed() {
        return listening && !closed && !process.isAlive();
    }

    /** What it has printed so far, bounded. */
    String output() {
        return output.text();
    }

    /** How it ended. */
    ProcessExit exit() {
        awaitOutput();
        return new ProcessExit(process.exitValue(), output(), false);
    }

    private void awaitOutput() {
        try {
            reader.join(GRACE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** How it ended and the last of what it printed, as clauses with the program as their subject. */
    String lastWords() {
        String how = "";
        if (!process.isAlive()) {
            awaitOutput();
            int status = process.exitValue();
            how = status > 128
                    ? "it was ended by signal " + (status - 128)
                    : "it ended by itself (exit " + status + ")";
        }
        String printed = output().strip();
        String last = printed.length() <= MOST_WORDS ? printed : "…" + printed.substring(printed.length() - MOST_WORDS);
        String said = last.isEmpty() ? "it printed nothing" : "it printed:\n" + last;
        return how.isEmpty() ? said : how + "; " + said;
    }

    /** Ends it and all that it has started, gently at first. Returns when they have ended. Idempotent. */
    void end() {
        closed = true;
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        if (!await(all, GRACE)) {
            all.addAll(process.descendants().toList());
            all.forEach(ProcessHandle::destroyForcibly);
            await(all, LAST);
        }
    }

    private boolean await(List<ProcessHandle> all, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
        while (all.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
        return true;
    }

    /** Starts one. Its standard input stays open and empty. */
    static ExternalProgram start(ProgramStarter starter, List<String> command) throws IOException {
        return new ExternalProgram(starter.start(new ProcessBuilder(command).redirectErrorStream(true)));
    }
}

package portzero.testkit.host;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What student code gets for {@code System.in}, {@code out} and {@code err}: nothing to read, bounded paper. */
final class StandardStreams {

    private final StudentThreads threads;
    private volatile BoundedOutput paper = new BoundedOutput();

    StandardStreams(StudentThreads threads) {
        this.threads = threads;
    }

    /** Starts afresh, whatever the last test's code did to the streams or to the handler of lost exceptions. */
    void install() {
        paper = new BoundedOutput();
        PrintStream stream = new PrintStream(paper, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        System.setIn(InputStream.nullInputStream());
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> lost(stream, thread, thrown));
    }

    String printed() {
        return paper.text();
    }

    private void lost(PrintStream stream, Thread thread, Throwable thrown) {
        stream.println("Exception in thread \"" + thread.getName() + "\" " + thrown);
        Arrays.stream(thrown.getStackTrace())
                .filter(threads::isWritten)
                .limit(3)
                .forEach(frame -> stream.println("  at " + frame.getFileName() + ":" + frame.getLineNumber()));
    }
}

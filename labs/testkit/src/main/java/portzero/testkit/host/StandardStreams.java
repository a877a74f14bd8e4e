package portzero.testkit.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What student code gets for {@code System.in}, {@code out} and {@code err}: nothing to read, bounded paper. */
final class StandardStreams {

    private final StudentThreads threads;
    private volatile BoundedOutput paper = new BoundedOutput();

    /** The paper of the test that runs, also for whoever has kept the stream of an earlier one. */
    private final class CurrentPaper extends OutputStream {

        @Override
        public void write(int octet) {
            paper.write(octet);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            paper.write(bytes, offset, length);
        }
    }

    StandardStreams(StudentThreads threads) {
        this.threads = threads;
    }

    /** One that nobody can close: java.util.logging, for one, keeps its stream for all tests. */
    private final class OpenStream extends PrintStream {

        OpenStream() {
            super(new CurrentPaper(), true, StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            flush();
        }
    }

    /** Starts afresh, whatever the last test's code did to the streams or to the handler of lost exceptions. */
    void install() {
        paper = new BoundedOutput();
        PrintStream stream = new OpenStream(); // a new one: a thread that was left may hold the lock of the last
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

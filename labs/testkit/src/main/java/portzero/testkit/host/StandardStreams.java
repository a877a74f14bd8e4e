package portzero.testkit.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What student code gets for {@code System.in}, {@code out} and {@code err}: nothing to read, bounded paper. */
final class StandardStreams {

    private final StudentThreads threads;
    private final PrintStream stream = new PrintStream(new CurrentPaper(), true, StandardCharsets.UTF_8) {
        @Override
        public void close() {
            flush(); // whoever keeps it, as the handler of java.util.logging does, has it for the next test, too
        }
    };
    private volatile BoundedOutput paper = new BoundedOutput();

    /** The paper of the test that runs. */
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

    /** Starts afresh, whatever the last test's code did to the streams or to the handler of lost exceptions. */
    void install() {
        paper = new BoundedOutput();
        System.setOut(stream);
        System.setErr(stream);
        System.setIn(InputStream.nullInputStream());
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> lost(thread, thrown));
    }

    String printed() {
        return paper.text();
    }

    private void lost(Thread thread, Throwable thrown) {
        stream.println("Exception in thread \"" + thread.getName() + "\" " + thrown);
        Arrays.stream(thrown.getStackTrace())
                .filter(threads::isWritten)
                .limit(3)
                .forEach(frame -> stream.println("  at " + frame.getFileName() + ":" + frame.getLineNumber()));
    }
}

package portzero.testkit.host;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import portzero.testkit.codec.Frame;
import portzero.testkit.codec.ValueWriter;

/** The host's answers. Thread-safe: calls may end on several threads at once. */
final class ReplyWriter {

    /** Writes an answer after its number. */
    interface Answer {
        void write(ValueWriter answer) throws IOException;
    }

    /** Exit status when the pipe is of no more use (EX_SOFTWARE of sysexits.h). */
    static final int CHANNEL_BROKEN = 70;

    private final DataOutputStream out;
    private final StudentFailures failures;

    ReplyWriter(OutputStream out, StudentFailures failures) {
        this.out = new DataOutputStream(new BufferedOutputStream(out));
        this.failures = failures;
    }

    void ready() throws IOException {
        send(new ValueWriter().frame(Frame.Kind.READY));
    }

    void answer(int call, Answer answer) throws IOException {
        ValueWriter body = new ValueWriter().number(call);
        answer.write(body);
        send(body.frame(Frame.Kind.RETURNED));
    }

    /** Runs student code and answers with what it returned or threw. */
    void run(int call, StudentObjects.Invocation invocation) {
        try {
            Object value = invocation.run();
            answer(call, body -> body.value(value));
        } catch (Throwable thrown) { // whatever student code throws is the answer, an Error too
            threw(call, thrown);
        }
    }

    /** Answers with an exception; halts the JVM if there is nobody to answer to. */
    void threw(int call, Throwable thrown) {
        try {
            send(description(call, thrown));
        } catch (IOException broken) {
            CrashReporter.say(broken);
            Runtime.getRuntime().halt(CHANNEL_BROKEN);
        }
    }

    private Frame description(int call, Throwable thrown) throws IOException {
        try {
            ValueWriter body = new ValueWriter().number(call);
            failures.describe(thrown, body);
            return body.frame(Frame.Kind.THREW);
        } catch (RuntimeException | Error hostile) { // its methods are student code
            ValueWriter body = new ValueWriter().number(call);
            failures.describe(new IllegalStateException("an exception that cannot be described"), body);
            return body.frame(Frame.Kind.THREW);
        }
    }

    private synchronized void send(Frame frame) throws IOException {
        frame.write(out);
    }
}

package portzero.testkit.host;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import portzero.testkit.codec.Frame;
import portzero.testkit.codec.ValueWriter;

/** The host's answers. Thread-safe: calls may end on several threads at once. */
final class Replies {

    /** Writes an answer after its number. */
    interface Answer {
        void write(ValueWriter answer) throws IOException;
    }

    private final DataOutputStream out;
    private final StudentFailures failures;

    Replies(OutputStream out, StudentFailures failures) {
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

    private void threw(int call, Throwable thrown) {
        try {
            ValueWriter body = new ValueWriter().number(call);
            failures.describe(thrown, body);
            send(body.frame(Frame.Kind.THREW));
        } catch (IOException broken) {
            Runtime.getRuntime().halt(70);
        }
    }

    private synchronized void send(Frame frame) throws IOException {
        frame.write(out);
    }
}

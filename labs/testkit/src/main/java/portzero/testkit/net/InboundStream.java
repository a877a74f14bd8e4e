package portzero.testkit.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.trace.ByteDifference;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.trace.UnmetExpectationError;

/** The reading side of one connection: what comes becomes a step of the story before a failure ends it. */
final class InboundStream {

    private final TestContext context;
    private final TimedStream stream;
    private final StepRecorder recorder;

    InboundStream(TestContext context, TimedStream stream, StepRecorder recorder) {
        this.context = context;
        this.stream = stream;
        this.recorder = recorder;
    }

    StepRecorder voice() {
        return recorder;
    }

    /** Reads some bytes, at least one. Returns false at the end of the stream. */
    boolean read(ReceiveBuffer incoming, Supplier<String> missing) throws IOException {
        ByteBuffer buffer = incoming.room();
        try {
            int n = stream.read(buffer, context.operation(), told(incoming, missing));
            incoming.add(buffer);
            if (n < 0) {
                incoming.tell(recorder);
            }
            return n >= 0;
        } catch (IOException reset) {
            throw wasReset(incoming, reset);
        }
    }

    /** Reads what is there, which may be nothing. Returns −1 at the end of the stream. */
    int readNow(ReceiveBuffer incoming) throws IOException {
        ByteBuffer buffer = incoming.room();
        try {
            int n = stream.channel().read(buffer);
            incoming.add(buffer);
            return n;
        } catch (IOException reset) {
            throw wasReset(incoming, reset);
        }
    }

    /**
     * Skips bytes up to the end or the abort of the stream.
     *
     * @return whether it ended in order
     */
    boolean skipToEnd(ReceiveBuffer incoming) {
        try {
            ByteBuffer buffer = incoming.room();
            while (readToSkip(buffer) >= 0) {
                incoming.add(buffer);
                if (incoming.isFull()) {
                    throw unmet(
                            "to reset the connection", "it sent " + DisplayText.size(incoming.size()) + " and more");
                }
                buffer = incoming.room();
            }
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    private int readToSkip(ByteBuffer buffer) throws IOException {
        return stream.read(
                buffer, context.operation(), () -> recorder.expected("to reset the connection", "it did not"));
    }

    /** The message of a deadline that passes, after what did come has become a step. */
    Supplier<String> told(ReceiveBuffer incoming, Supplier<String> missing) {
        return () -> {
            incoming.tell(recorder);
            return missing.get();
        };
    }

    /** Tells that the stream has ended. */
    void ended() {
        recorder.hears(TraceEvent.Kind.END, "ends its stream", "end of stream");
    }

    /** Tells that the connection was aborted. */
    void aborted() {
        recorder.hears(TraceEvent.Kind.RESET, "resets the connection", "reset");
    }

    private UnmetExpectationError wasReset(ReceiveBuffer incoming, IOException reset) {
        incoming.tell(recorder);
        aborted();
        UnmetExpectationError unmet =
                unmet("to go on", "the connection was reset after " + DisplayText.size(incoming.size()));
        unmet.initCause(reset);
        return unmet;
    }

    /** What came differs from what was expected. */
    UnmetExpectationError differs(byte[] expected, byte[] actual) {
        return context.failed(ByteDifference.failure(recorder.toSend(), expected, actual));
    }

    /** What was expected of the subject, and what happened instead. */
    UnmetExpectationError unmet(String what, String instead) {
        return context.failed(new UnmetExpectationError(recorder.expected(what, instead)));
    }
}

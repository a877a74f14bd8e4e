package portzero.testkit.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.TraceEvent;

/** Sends bytes and at the same time receives others, so that neither side can be held up by the other. */
final class Exchange {

    private final TestContext context;
    private final TimedStream stream;
    private final InboundStream inbound;
    private final StepRecorder recorder;
    private final ByteBuffer out;
    private final byte[] expected;
    private final ReceiveBuffer incoming;

    Exchange(TestContext context, TimedStream stream, InboundStream inbound, byte[] sent, byte[] expected) {
        this.context = context;
        this.stream = stream;
        this.inbound = inbound;
        this.expected = expected;
        recorder = inbound.voice();
        out = ByteBuffer.wrap(sent);
        incoming = new ReceiveBuffer(expected.length);
    }

    /** Goes on until all is sent and all has come, and fails at the first byte that differs. */
    void run() throws IOException {
        begin();
        try {
            while (out.hasRemaining() || !incoming.isFull()) {
                step();
            }
            context.answered(expected);
        } finally {
            incoming.tell(recorder);
        }
    }

    private void begin() {
        if (out.hasRemaining()) {
            String sent = DisplayText.bytes(out.array());
            String meanwhile = expected.length > 0 ? ", and reads meanwhile" : "";
            recorder.says(TraceEvent.Kind.DATA, "sends " + sent + context.seedOf(out.array()) + meanwhile, sent);
        }
    }

    private void step() throws IOException {
        int operations =
                (out.hasRemaining() ? SelectionKey.OP_WRITE : 0) | (incoming.isFull() ? 0 : SelectionKey.OP_READ);
        stream.await(operations, context.operation(), inbound.told(incoming, this::missing));
        if (!incoming.isFull()) {
            compare();
        }
        if (out.hasRemaining()) {
            write();
        }
    }

    private void compare() throws IOException {
        int before = incoming.size();
        boolean ended = inbound.readNow(incoming) < 0;
        if (ended || !incoming.matches(expected, before)) {
            incoming.tell(recorder); // before the failure, whose story ends here
            if (ended) {
                inbound.ended();
            }
            throw inbound.differs(expected, incoming.bytes());
        }
    }

    private void write() {
        try {
            stream.writeNow(out);
        } catch (IOException broken) {
            throw inbound.unmet("to read everything", BrokenConnection.text(broken));
        }
    }

    private String missing() {
        if (incoming.isFull()) {
            return recorder.expected(
                    "to read " + DisplayText.size(out.limit()),
                    DisplayText.size(out.remaining()) + " could not be sent");
        }
        String unread =
                out.hasRemaining() ? ", with " + DisplayText.size(out.remaining()) + " of the test's unread" : "";
        return recorder.expected("to send " + DisplayText.size(expected.length), incoming.came() + unread);
    }
}

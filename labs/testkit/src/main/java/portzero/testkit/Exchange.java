package portzero.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import portzero.testkit.trace.Move;
import portzero.testkit.trace.Shown;

/** Sends bytes and at the same time receives others, so that neither side can be held up by the other. */
final class Exchange {

    private final Stage stage;
    private final Stream stream;
    private final Inbound inbound;
    private final Voice voice;
    private final ByteBuffer out;
    private final byte[] expected;
    private final Incoming incoming;

    Exchange(Stage stage, Stream stream, Inbound inbound, byte[] sent, byte[] expected) {
        this.stage = stage;
        this.stream = stream;
        this.inbound = inbound;
        this.expected = expected;
        voice = inbound.voice();
        out = ByteBuffer.wrap(sent);
        incoming = new Incoming(expected.length);
    }

    /** Goes on until all is sent and all has come, and fails at the first byte that differs. */
    void run() throws IOException {
        begin();
        try {
            while (out.hasRemaining() || !incoming.isFull()) {
                step();
            }
            stage.answered(expected);
        } finally {
            incoming.tell(voice);
        }
    }

    private void begin() {
        if (out.hasRemaining()) {
            String sent = Shown.bytes(out.array());
            String meanwhile = expected.length > 0 ? ", and reads meanwhile" : "";
            voice.says(Move.Kind.DATA, "sends " + sent + stage.seedOf(out.array()) + meanwhile, sent);
        }
    }

    private void step() throws IOException {
        int operations =
                (out.hasRemaining() ? SelectionKey.OP_WRITE : 0) | (incoming.isFull() ? 0 : SelectionKey.OP_READ);
        stream.await(operations, stage.operation(), inbound.told(incoming, this::missing));
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
            incoming.tell(voice); // before the failure, whose story ends here
            if (ended) {
                inbound.ended();
            }
            throw inbound.differs(expected, incoming.bytes());
        }
    }

    private void write() {
        try {
            stream.channel().write(out);
        } catch (IOException broken) {
            throw inbound.unmet("to read everything", Broken.text(broken));
        }
    }

    private String missing() {
        if (incoming.isFull()) {
            return voice.expected(
                    "to read " + Shown.size(out.limit()), Shown.size(out.remaining()) + " could not be sent");
        }
        String unread = out.hasRemaining() ? ", with " + Shown.size(out.remaining()) + " of the test's unread" : "";
        return voice.expected("to send " + Shown.size(expected.length), incoming.came() + unread);
    }
}

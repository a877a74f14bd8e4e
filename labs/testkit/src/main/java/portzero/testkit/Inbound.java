package portzero.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import portzero.testkit.trace.ByteDifference;
import portzero.testkit.trace.Move;
import portzero.testkit.trace.Shown;
import portzero.testkit.trace.UnmetExpectation;

/** The reading side of one connection: what comes becomes a step of the story before a failure ends it. */
final class Inbound {

    private final Stage stage;
    private final Stream stream;
    private final Voice voice;

    Inbound(Stage stage, Stream stream, Voice voice) {
        this.stage = stage;
        this.stream = stream;
        this.voice = voice;
    }

    Voice voice() {
        return voice;
    }

    /** Reads some bytes, at least one. Returns false at the end of the stream. */
    boolean read(Incoming incoming, Supplier<String> missing) throws IOException {
        ByteBuffer buffer = incoming.room();
        try {
            int n = stream.read(buffer, stage.operation(), told(incoming, missing));
            incoming.add(buffer);
            if (n < 0) {
                incoming.tell(voice);
            }
            return n >= 0;
        } catch (IOException reset) {
            throw wasReset(incoming, reset);
        }
    }

    /** Reads what is there, which may be nothing. Returns −1 at the end of the stream. */
    int readNow(Incoming incoming) throws IOException {
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
    boolean skipToEnd(Incoming incoming) {
        try {
            ByteBuffer buffer = incoming.room();
            while (readToSkip(buffer) >= 0) {
                incoming.add(buffer);
                if (incoming.isFull()) {
                    throw unmet("to reset the connection", "it sent " + Shown.size(incoming.size()) + " and more");
                }
                buffer = incoming.room();
            }
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    private int readToSkip(ByteBuffer buffer) throws IOException {
        return stream.read(buffer, stage.operation(), () -> voice.expected("to reset the connection", "it did not"));
    }

    /** The message of a deadline that passes, after what did come has become a step. */
    Supplier<String> told(Incoming incoming, Supplier<String> missing) {
        return () -> {
            incoming.tell(voice);
            return missing.get();
        };
    }

    /** Tells that the stream has ended. */
    void ended() {
        voice.hears(Move.Kind.END, "ends its stream", "end of stream");
    }

    /** Tells that the connection was aborted. */
    void aborted() {
        voice.hears(Move.Kind.RESET, "resets the connection", "reset");
    }

    private UnmetExpectation wasReset(Incoming incoming, IOException reset) {
        incoming.tell(voice);
        aborted();
        UnmetExpectation unmet = unmet("to go on", "the connection was reset after " + Shown.size(incoming.size()));
        unmet.initCause(reset);
        return unmet;
    }

    /** What came differs from what was expected. */
    UnmetExpectation differs(byte[] expected, byte[] actual) {
        return stage.failed(ByteDifference.failure(voice.toSend(), expected, actual));
    }

    /** What was expected of the subject, and what happened instead. */
    UnmetExpectation unmet(String what, String instead) {
        return stage.failed(new UnmetExpectation(voice.expected(what, instead)));
    }
}

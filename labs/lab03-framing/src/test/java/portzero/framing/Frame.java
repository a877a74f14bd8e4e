package portzero.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;
import portzero.testkit.trace.DisplayText;

/** What the tests know of frames. */
final class Frame {

    private Frame() {}

    /** The frame of a message: its length, then its bytes. */
    static byte[] of(byte[] message) {
        byte[] frame = Arrays.copyOf(length(message.length), 4 + message.length);
        System.arraycopy(message, 0, frame, 4, message.length);
        return frame;
    }

    /** A length, 0 to 2^32 − 1, in four bytes. */
    static byte[] length(long length) {
        return new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length};
    }

    /** Connects the client to a listener, and gives the server's end of the connection. */
    static Peer connect(FrameClient client, TestNetwork network) throws IOException {
        Listener listener = network.listen();
        client.connect(listener.address());
        return listener.accept();
    }

    /** Expects that receive returned this message. */
    static void expectMessage(byte[] expected, Optional<byte[]> received, TestNetwork network) {
        assertThat(received)
                .withFailMessage(
                        "Expected receive to return a message of %s, but it returned %s",
                        DisplayText.size(expected.length), DisplayText.value(received))
                .isPresent();
        received.ifPresent(message -> network.expectSame(expected, message));
    }
}

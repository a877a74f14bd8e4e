package portzero.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;
import portzero.testkit.trace.DisplayText;

/** What the tests know of lines. */
final class Line {

    private Line() {}

    /** Connects the client to a listener, and gives the server's end of the connection. */
    static Peer connect(LineClient client, TestNetwork network) throws IOException {
        Listener listener = network.listen();
        client.connect(listener.address());
        return listener.accept();
    }

    /** Expects that receive returned this line. */
    static void expectLine(String expected, Optional<String> received) {
        assertThat(received)
                .withFailMessage(
                        "Expected receive to return %s, but it returned %s",
                        DisplayText.value(Optional.of(expected)), DisplayText.value(received))
                .isEqualTo(Optional.of(expected));
    }
}

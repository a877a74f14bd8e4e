package portzero.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portzero.selector.PieceServer;

/** Lab 07. */
@Timeout(120)
class SelectorInteropTest {

    private static final int LARGE = 5 << 20; // more than one write takes

    @ParameterizedTest
    @CsvSource({"NC,IPV4", "NC,IPV6", "SOCAT,IPV4", "SOCAT,IPV6", "PYTHON,IPV4", "PYTHON,IPV6"})
    void server_hands_out_pieces(Client client, Loopback host) throws Exception {
        byte[] content = new byte[LARGE];
        new Random(LARGE).nextBytes(content);
        byte[] requests = ByteBuffer.allocate(16)
                .putInt(0)
                .putInt(LARGE)
                .putInt(7)
                .putInt(3)
                .array();
        byte[] answers =
                ByteBuffer.allocate(LARGE + 3).put(content).put(content, 7, 3).array();
        try (PieceServer server = new PieceServer()) {
            InetSocketAddress address = server.start(host.anyPort(), content);
            assertThat(client.exchange(host, address, requests)).isEqualTo(answers);
        }
    }
}

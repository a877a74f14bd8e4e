package portzero.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portzero.threads.BoardServer;

/** Lab 06. */
@Timeout(120)
class ThreadsInteropTest {

    @ParameterizedTest
    @CsvSource({"NC,IPV4", "NC,IPV6", "SOCAT,IPV4", "SOCAT,IPV6", "PYTHON,IPV4", "PYTHON,IPV6"})
    void server_keeps_the_board_while_another_client_is_silent(Client client, Loopback host) throws Exception {
        try (BoardServer server = new BoardServer()) {
            InetSocketAddress address = server.start(host.anyPort(), 10, List.of("first"));
            try (Socket silent = new Socket(address.getAddress(), address.getPort())) {
                byte[] answer = client.exchange(host, address, ascii("POST second\nLIST\nWHAT\n"));
                assertThat(new String(answer, US_ASCII)).isEqualTo("HELLO\n2\n2\nfirst\nsecond\n?\n");
                assertThat(silent.getInputStream().readNBytes(6)).isEqualTo(ascii("HELLO\n"));
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}

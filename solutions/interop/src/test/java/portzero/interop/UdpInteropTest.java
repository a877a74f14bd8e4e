package portzero.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import portzero.udp.TicketServer;
import portzero.udp.UdpClient;

/** Lab 08. */
@Timeout(120)
class UdpInteropTest {

    private static final byte[] NAME = "somebody".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({"NC,IPV4", "NC,IPV6", "SOCAT,IPV4", "SOCAT,IPV6", "PYTHON,IPV4", "PYTHON,IPV6"})
    void server_gives_out_tickets(DatagramClient client, Loopback host) throws Exception {
        try (TicketServer server = new TicketServer()) {
            InetSocketAddress address = server.start(host.anyPort());
            for (int number = 1; number <= 2; number++) {
                byte[] answer = client.ask(host, address, question(7), 8 + NAME.length);
                assertThat(answer).isEqualTo(answer(7, number));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void client_gets_its_question_back_from_socat(Loopback host) throws Exception {
        try (SocatServer socat = SocatServer.udp(host, "PIPE")) {
            assertThat(ask(socat.address(), NAME)).isEqualTo(NAME);
            assertThat(ask(socat.address(), new byte[0])).isEmpty();
        }
    }

    private static byte[] ask(InetSocketAddress server, byte[] question) throws IOException {
        while (true) {
            try {
                return new UdpClient().ask(server, question, Duration.ofSeconds(10), 6);
            } catch (PortUnreachableException notYet) {
                Thread.onSpinWait(); // socat has not bound its socket yet
            }
        }
    }

    private static byte[] question(int id) {
        return ByteBuffer.allocate(4 + NAME.length).putInt(id).put(NAME).array();
    }

    private static byte[] answer(int id, int number) {
        return ByteBuffer.allocate(8 + NAME.length)
                .putInt(id)
                .putInt(number)
                .put(NAME)
                .array();
    }
}

package portzero.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import portzero.echo.EchoClient;
import portzero.echo.EchoServer;

/** Lab 02. */
@Timeout(120)
class EchoInteropTest {

    private static byte[] message(int length) {
        byte[] message = new byte[length];
        new Random(length).nextBytes(message);
        return message;
    }

    @ParameterizedTest
    @CsvSource({"NC,IPV4", "NC,IPV6", "SOCAT,IPV4", "SOCAT,IPV6", "PYTHON,IPV4", "PYTHON,IPV6"})
    void server_echoes(Client client, Loopback host) throws Exception {
        byte[] message = message(1_000_000);
        try (EchoServer server = new EchoServer()) {
            InetSocketAddress address = server.start(host.anyPort());
            assertThat(client.exchange(host, address, message)).isEqualTo(message);
            assertThat(client.exchange(host, address, new byte[0])).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void client_gets_the_echo_of_socat(Loopback host) throws Exception {
        byte[] message = message(65_536);
        try (SocatServer socat = SocatServer.tcp(host, "PIPE")) {
            assertThat(new EchoClient().echo(socat.address(), message)).isEqualTo(message);
        }
    }
}

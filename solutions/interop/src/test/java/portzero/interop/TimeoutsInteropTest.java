package portzero.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portzero.timeouts.Finding;
import portzero.timeouts.PatientClient;
import portzero.timeouts.TcpProber;

/** Lab 05, which has clients only. */
@Timeout(120)
class TimeoutsInteropTest {

    private static final Duration AMPLE = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource
    void prober_tells_socat_from_a_port_without_a_listener(Loopback host) throws Exception {
        try (SocatServer socat = SocatServer.tcp(host, "PIPE");
                Socket silent = new Socket()) {
            silent.bind(host.anyPort());
            TcpProber prober = new TcpProber();
            assertThat(prober.probe(socat.address(), AMPLE)).isEqualTo(Finding.OPEN);
            assertThat(prober.probe((InetSocketAddress) silent.getLocalSocketAddress(), AMPLE))
                    .isEqualTo(Finding.REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void client_goes_on_after_a_wait_for_socat_in_vain(Loopback host) throws Exception {
        byte[] message = {1, 2, 3};
        try (SocatServer socat = SocatServer.tcp(host, "PIPE");
                PatientClient client = new PatientClient()) {
            client.connect(socat.address(), AMPLE);
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> client.receive(message.length, Duration.ofMillis(1)));
            client.send(message, AMPLE);
            assertThat(client.receive(message.length, AMPLE)).isEqualTo(message);
        }
    }
}

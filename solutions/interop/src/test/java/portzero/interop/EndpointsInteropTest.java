package portzero.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portzero.endpoints.EndpointClient;
import portzero.endpoints.EndpointServer;

/** Lab 01. */
@Timeout(120)
class EndpointsInteropTest {

    @ParameterizedTest
    @EnumSource
    void nc_finds_a_port_open_when_the_server_listens(Loopback host) throws Exception {
        Tool.NC.check();
        try (EndpointServer server = new EndpointServer();
                Socket silent = new Socket()) {
            silent.bind(host.anyPort()); // has a port, and does not listen on it
            int port = server.listenOnAll(List.of(host.anyPort())).get(0).getPort();

            assertThat(isOpen(host, port)).isTrue();
            assertThat(isOpen(host, silent.getLocalPort())).isFalse();
        }
    }

    private static boolean isOpen(Loopback host, int port) throws Exception {
        return new ProcessBuilder("nc", "-z", host.toString(), Integer.toString(port))
                        .start()
                        .waitFor()
                == 0;
    }

    @ParameterizedTest
    @EnumSource
    void client_connects_to_socat_when_the_first_address_refuses(Loopback host) throws Exception {
        try (SocatServer socat = SocatServer.tcp(host, "PIPE");
                Socket silent = new Socket();
                EndpointClient client = new EndpointClient()) {
            silent.bind(host.anyPort());
            InetSocketAddress refusing = (InetSocketAddress) silent.getLocalSocketAddress();
            assertThat(client.connect(List.of(refusing, socat.address())).remote())
                    .isEqualTo(socat.address());
        }
    }
}

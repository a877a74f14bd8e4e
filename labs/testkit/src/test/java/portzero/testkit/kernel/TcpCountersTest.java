package portzero.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TcpCountersTest {

    @Test
    void a_counter_is_found_by_its_name() {
        List<String> lines = List.of("Ip: A B", "Ip: 5 6", "Tcp: MaxConn ActiveOpens PassiveOpens", "Tcp: -1 17 4");
        assertThat(TcpCounters.value("ActiveOpens", lines)).isEqualTo(17);
        assertThatThrownBy(() -> TcpCounters.value("ActiveOpens", lines.subList(0, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TcpCounters.value("Others", lines)).hasMessage("no counter Others");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_refused_connection_is_an_attempt() throws IOException {
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // nobody else listens on it then
            SocketAddress nobody = new InetSocketAddress(held.getLocalAddress(), held.getLocalPort());
            long before = TcpCounters.attempts().orElseThrow();
            try (Socket client = new Socket()) {
                assertThatThrownBy(() -> client.connect(nobody)).isInstanceOf(ConnectException.class);
            }
            assertThat(TcpCounters.attempts().orElseThrow()).isGreaterThan(before);
        }
    }
}

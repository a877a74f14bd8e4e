package portzero.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.kernel.TcpState;

class SocketListingTest {

    @Test
    void what_was_left_behind_comes_first_and_many_alike_are_counted() {
        List<TcpSocket> sockets = new ArrayList<>(
                List.of(socket(1, TcpState.LISTEN), socket(2, TcpState.TIME_WAIT), socket(3, TcpState.ESTABLISHED)));
        for (int port = 100; port < 160; port++) {
            sockets.add(socket(port, TcpState.CLOSE_WAIT));
        }
        List<String> lines = SocketListing.of(sockets);
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0)).contains("127.0.0.1:100 ").contains("CLOSE_WAIT");
        assertThat(lines.get(3)).isEqualTo("and 57 more in CLOSE_WAIT");
        assertThat(lines.get(4)).contains("ESTABLISHED");
        assertThat(lines.get(5)).contains("LISTEN");
        assertThat(lines.get(6)).endsWith("which is normal");
    }

    private static TcpSocket socket(int port, TcpState state) {
        InetAddress here = InetAddress.getLoopbackAddress();
        return new TcpSocket(new InetSocketAddress(here, port), new InetSocketAddress(here, 9), state, 0, 0);
    }
}

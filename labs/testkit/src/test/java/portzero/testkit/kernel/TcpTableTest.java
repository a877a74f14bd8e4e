package portzero.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TcpTableTest {

    @Test
    void row_of_ipv4_is_read() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
        TcpSocket socket = TcpTable.parse("   3: 0100007F:AB29 0100007F:C74E 08 00000005:000001F4 00:00000000 00000000"
                + "  1000        0 51234 1 0000000000000000 20 4 30 10 -1");
        assertThat(socket.text())
                .isEqualTo("127.0.0.1:43817 → 127.0.0.1:51022  CLOSE_WAIT: the other side ended its stream; "
                        + "your side never closed it, 499 bytes unread");
        assertThat(socket.unsent()).isEqualTo(5);
    }

    @Test
    void rows_of_ipv6_and_of_mapped_ipv4_are_read() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
        String rest = " 0A 00000000:00000002 00:00000000 00000000 0 0 1 1 0000000000000000 100 0 0 10 0";
        String none = " 00000000000000000000000000000000:0000";
        assertThat(TcpTable.parse(" 0: 00000000000000000000000001000000:0050" + none + rest)
                        .text())
                .isEqualTo("[0:0:0:0:0:0:0:1]:80  LISTEN, 2 connections not accepted");
        assertThat(TcpTable.parse(" 1: 0000000000000000FFFF00000100007F:0050" + none + rest)
                        .text())
                .isEqualTo("127.0.0.1:80  LISTEN, 2 connections not accepted");
    }

    @Test
    void unknown_state_is_refused() {
        assertThatThrownBy(() -> TcpState.ofKernel(13)).hasMessage("no TCP state 0d");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void real_sockets_are_found_with_their_queues() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(TcpTable.read())
                    .filteredOn(socket ->
                            socket.state() == TcpState.LISTEN && socket.local().getPort() == server.getLocalPort())
                    .singleElement()
                    .extracting(TcpSocket::unread)
                    .isEqualTo(1L);
            client.getOutputStream().write(new byte[7]);
            try (Socket accepted = server.accept()) {
                assertThat(TcpTable.read())
                        .filteredOn(socket ->
                                socket.connects(accepted.getLocalSocketAddress(), accepted.getRemoteSocketAddress()))
                        .singleElement()
                        .satisfies(socket -> assertThat(socket.state()).isEqualTo(TcpState.ESTABLISHED))
                        .extracting(TcpSocket::unread)
                        .isEqualTo(7L);
            }
        }
    }
}

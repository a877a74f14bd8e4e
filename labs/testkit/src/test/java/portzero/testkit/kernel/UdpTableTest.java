package portzero.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class UdpTableTest {

    @Test
    void rows_are_read() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
        assertThat(UdpTable.parse("  411: 0100007F:AB29 00000000:0000 07 00000000:00000300 00:00000000 00000000"
                                + "  1000        0 51234 2 0000000000000000 3")
                        .text())
                .isEqualTo("127.0.0.1:43817  UDP, with datagrams not received, 3 dropped");
        assertThat(UdpTable.parse("  412: 0100007F:AB29 0100007F:C74E 01 00000000:00000000 00:00000000 00000000"
                                + "  1000        0 51234 2 0000000000000000 0")
                        .text())
                .isEqualTo("127.0.0.1:43817 → 127.0.0.1:51022  UDP, connected");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void real_sockets_are_found() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.send(new DatagramPacket(new byte[1], 1, socket.getLocalSocketAddress()));
            socket.setSoTimeout(10_000);
            socket.receive(new DatagramPacket(new byte[1], 1));
            assertThat(find(socket).unread()).isFalse();
        }
    }

    private static UdpSocket find(DatagramSocket socket) {
        return UdpTable.read(port -> port == socket.getLocalPort()).stream()
                .findAny()
                .orElseThrow();
    }
}

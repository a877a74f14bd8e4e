package portzero.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void what_waits_for_its_reader_is_told_by_its_timer() {
        String row = "0: 0100007F:AB29 0100007F:C74E 01 00000005:000001F4 %s:00000013 00000000 0 0 51234 1";
        assertThat(SocketRow.of(String.format(row, "04").getBytes(StandardCharsets.US_ASCII))
                        .waitsForTheReader())
                .isTrue();
        assertThat(SocketRow.of(String.format(row, "01").getBytes(StandardCharsets.US_ASCII))
                        .waitsForTheReader())
                .isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_is_not_read_is_stuck_and_not_settled() throws Exception {
        try (ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            client.configureBlocking(false);
            ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
            long end = System.nanoTime() + 10_000_000_000L;
            while (!waitsForTheReader(client) && System.nanoTime() < end) {
                client.write(zeros.clear());
            }
            assertThat(waitsForTheReader(client)).isTrue();
            assertThat(TcpTable.isSettled()).isFalse();
            assertThat(accepted.isOpen()).isTrue();
        }
    }

    private static boolean waitsForTheReader(SocketChannel channel) throws IOException {
        int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        try (InputStream table = Files.newInputStream(Path.of("/proc/net/tcp"));
                InputStream wide = Files.newInputStream(Path.of("/proc/net/tcp6"))) {
            return SocketFile.any(table, row -> row.localPort() == port && row.waitsForTheReader())
                    || SocketFile.any(wide, row -> row.localPort() == port && row.waitsForTheReader());
        }
    }

    @Test
    void unknown_state_is_refused() {
        assertThatThrownBy(() -> TcpState.ofKernel(13)).hasMessage("no TCP state 0d");
    }

    @Test
    void a_table_is_read_whole_however_the_kernel_cuts_it() throws Exception {
        String heading = "  sl  local_address rem_address   st tx_queue rx_queue\n";
        StringBuilder table = new StringBuilder(heading);
        for (int port = 1; port <= 3_000; port++) {
            table.append(String.format(
                    "%4d: 0100007F:%04X 0100007F:0050 06 00000000:00000000 00:00000000 00000000     0        0 0 3 0%n",
                    port, port));
        }
        byte[] bytes = table.toString().replace("\r", "").getBytes(StandardCharsets.US_ASCII);
        for (int most : new int[] {1, 7, 4_096, bytes.length}) {
            List<Integer> ports = new ArrayList<>();
            SocketFile.any(new InPieces(bytes, most), row -> {
                ports.add(row.localPort());
                return false;
            });
            assertThat(ports).hasSize(3_000).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void a_scan_ends_with_the_first_row_that_is_taken() throws Exception {
        byte[] bytes = ("heading\n" + " 0: 0100007F:0001 00000000:0000 0A 0:0 0\n".repeat(3))
                .getBytes(StandardCharsets.US_ASCII);
        List<TcpState> states = new ArrayList<>();
        assertThat(SocketFile.any(new ByteArrayInputStream(bytes), row -> states.add(row.state())))
                .isTrue();
        assertThat(states).containsExactly(TcpState.LISTEN);
    }

    @Test
    void what_is_no_row_is_refused() {
        assertThatThrownBy(() -> TcpTable.parse("nothing of the kind"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no row of a table of sockets: ':' is missing");
    }

    /** Hands over no more than so many bytes at a time. */
    private static final class InPieces extends ByteArrayInputStream {
        private final int most;

        InPieces(byte[] bytes, int most) {
            super(bytes);
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] to, int from, int length) {
            return super.read(to, from, Math.min(most, length));
        }

        @Override
        public int read(byte[] to) {
            return read(to, 0, to.length);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void only_the_ports_asked_for_are_given() throws Exception {
        try (ServerSocket one = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(TcpTable.read(port -> port == one.getLocalPort()))
                    .extracting(socket -> socket.local().getPort())
                    .contains(one.getLocalPort())
                    .doesNotContain(other.getLocalPort());
            assertThat(TcpTable.listeners(new InetSocketAddress(one.getInetAddress(), one.getLocalPort())))
                    .hasSize(1);
        }
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

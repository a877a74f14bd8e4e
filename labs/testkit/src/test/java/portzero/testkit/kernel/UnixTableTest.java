package portzero.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixTableTest {

    @Test
    void rows_of_listeners_are_told_from_others() {
        String listener = "ffff9b4a1c2d3000: 00000002 00000000 00010000 0001 01 81231 /tmp/a b";
        assertThat(UnixTable.listens(listener, "/tmp/a b")).isTrue();
        assertThat(UnixTable.listens(listener, "/tmp/a")).isFalse();
        assertThat(UnixTable.listens(listener.replace("00010000", "00000000"), "/tmp/a b"))
                .isFalse();
        assertThat(UnixTable.listens("0000000000000000: 00000002 00000000 00010000 0001 01 81232", ""))
                .isFalse();
    }

    @Test
    void a_listener_is_seen_until_it_is_closed_whatever_becomes_of_its_file(@TempDir Path folder) throws Exception {
        assumeThat(UnixTable.isVisible()).isTrue();
        Path path = folder.resolve("s\u00e9rver");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(path));
            try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
                Files.delete(path);
                assertThat(UnixTable.listens(path.toString())).isTrue();
                assertThat(client.isConnected()).isTrue();
            }
        }
        assertThat(UnixTable.listens(path.toString())).isFalse();
    }
}

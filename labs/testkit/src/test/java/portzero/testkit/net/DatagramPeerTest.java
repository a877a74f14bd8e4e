package portzero.testkit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import portzero.testkit.await.Deadlines;
import portzero.testkit.internal.ContextFixture;
import portzero.testkit.trace.DeadlineExceededError;
import portzero.testkit.trace.UnmetExpectationError;

@Timeout(60)
class DatagramPeerTest {

    private final ContextFixture fixture = new ContextFixture();
    private final TestNetwork network = fixture.network;

    @AfterEach
    void close() {
        fixture.close();
        System.clearProperty(Deadlines.SCALE);
    }

    @Test
    void steps_name_the_only_role_and_the_part_that_the_test_plays() throws IOException {
        fixture.context.plays("client");
        DatagramPeer server = network.datagrams();
        DatagramPeer stranger = network.stranger();
        stranger.send(new byte[] {7}, server.address());
        server.receive();
        assertThat(fixture.story())
                .contains("test sends a datagram to 127.0.0.1:"
                        + server.address().getPort() + ", 1 byte: 07 (as a stranger)")
                .contains("client sends a datagram from 127.0.0.1:"
                        + stranger.address().getPort());
    }

    @Test
    void lost_datagram_is_told() throws IOException {
        DatagramPeer here = network.datagrams();
        here.send(new byte[] {7}, here.address());
        assertThat(here.lose().payload()).containsExactly(7);
        assertThat(fixture.story()).endsWith("test gives no answer, as if that datagram had been lost");
    }

    @Test
    void datagram_too_many_is_found() throws IOException {
        DatagramPeer here = network.datagrams();
        here.expectNone().send(new byte[] {7}, here.address());
        assertThatThrownBy(here::expectNone)
                .isInstanceOf(UnmetExpectationError.class)
                .hasMessage("Expected  the subject to send nothing more\nbut       it did");
    }

    @Test
    void flood_goes_on_until_it_is_closed() throws IOException {
        DatagramPeer here = network.datagrams();
        network.stranger().flood(new byte[] {7}, here.address());
        for (int i = 0; i < 3; i++) {
            here.expect(new byte[] {7});
        }
        assertThat(fixture.story()).contains("goes on sending datagrams");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoever_takes_the_namesakes_port_gains_nothing() throws IOException {
        DatagramPeer here = network.datagrams();
        try (DatagramChannel taker = DatagramChannel.open()
                .bind(new InetSocketAddress("127.0.0.2", here.address().getPort()))) {
            assertThat(taker.isOpen()).isTrue();
            assertThatThrownBy(() -> network.namesake(here))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("to be free for the test");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesake_has_the_same_port_at_another_address() throws IOException {
        DatagramPeer here = network.datagrams();
        DatagramPeer namesake = network.namesake(here).orElseThrow();
        assertThat(namesake.address().getPort()).isEqualTo(here.address().getPort());
        namesake.send(new byte[] {7}, here.address());
        assertThat(here.receive().from()).isEqualTo(namesake.address()).isNotEqualTo(here.address());
        assertThat(fixture.story()).contains("1 byte: 07 (as a stranger at another address)");
    }

    @Test
    void unreachable_port_is_taken_and_says_so_to_a_connected_socket() throws IOException {
        InetSocketAddress nobody = network.unreachable();
        assertThatThrownBy(() -> new DatagramSocket(nobody).close()).isInstanceOf(IOException.class);
        assumeTrue(OS.LINUX.isCurrentOs());
        assertThat(network.tellsUnreachable()).isTrue();
    }

    @Test
    void port_is_free_when_its_socket_is_closed() throws IOException {
        System.setProperty(Deadlines.SCALE, "0.05");
        InetSocketAddress address;
        try (DatagramSocket socket = new DatagramSocket(network.loopback())) {
            address = (InetSocketAddress) socket.getLocalSocketAddress();
            assertThatThrownBy(() -> network.expectFree(address))
                    .isInstanceOf(DeadlineExceededError.class)
                    .hasMessage("Expected  the port of 127.0.0.1:" + address.getPort()
                            + " to be free\nbut       a socket still has it (waited 0.075 s)");
        }
        network.expectFree(address);
        assertThat(fixture.story()).endsWith("free");
    }

    @Test
    void ipv6_is_spoken_where_there_is_any() throws IOException {
        InetSocketAddress loopback = network.loopback6().orElse(null);
        assumeTrue(loopback != null);
        DatagramPeer here = network.datagrams(loopback);
        here.send(new byte[0], here.address());
        assertThat(here.receive().from()).isEqualTo(here.address());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void kernel_shows_sockets_that_a_failure_concerns() throws IOException {
        DatagramPeer here = network.datagrams();
        try (DatagramSocket socket = new DatagramSocket(network.loopback())) {
            here.send(new byte[] {7}, (InetSocketAddress) socket.getLocalSocketAddress());
            assertThat(fixture.context.sceneOf(new AssertionError()).sockets())
                    .containsExactly("127.0.0.1:" + socket.getLocalPort() + "  UDP, with datagrams not received");
        }
    }
}

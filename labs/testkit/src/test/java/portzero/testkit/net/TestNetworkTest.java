package portzero.testkit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import portzero.testkit.await.Deadlines;
import portzero.testkit.await.PendingCall;
import portzero.testkit.internal.ContextFixture;
import portzero.testkit.internal.ScriptedServer;
import portzero.testkit.internal.Seed;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.trace.DeadlineExceededError;
import portzero.testkit.trace.UnmetExpectationError;

@Timeout(60)
class TestNetworkTest {

    private final ContextFixture fixture = new ContextFixture();
    private final TestNetwork network = fixture.network;

    @AfterEach
    void close() {
        fixture.close();
        System.clearProperty(Deadlines.SCALE);
        System.clearProperty(Seed.PROPERTY);
    }

    @Test
    void pause_lasts_longer_than_a_second_where_nobody_sees_what_the_program_waits_for() {
        long before = System.nanoTime();
        network.pause();
        assertThat(System.nanoTime() - before).isGreaterThan(1_000_000_000);
        assertThat(fixture.story()).startsWith("test does nothing for 1.").endsWith(" s");
    }

    @Test
    void client_that_connects_is_accepted() throws Exception {
        Listener listener = network.listen();
        try (Socket client =
                new Socket(listener.address().getAddress(), listener.address().getPort())) {
            client.getOutputStream().write('!');
            client.shutdownOutput();
            Peer peer = listener.accept();
            assertThat(peer.receiveUntilEnd()).asString().isEqualTo("!");
            assertThat(fixture.story()).contains("client connects from 127.0.0.1:" + client.getLocalPort());
        }
    }

    @Test
    void client_that_does_not_connect_is_a_deadline() throws Exception {
        System.setProperty(Deadlines.SCALE, "0.05");
        Listener listener = network.listen();
        assertThatThrownBy(listener::accept)
                .isInstanceOf(DeadlineExceededError.class)
                .hasMessage("Expected  the client to connect to 127.0.0.1:"
                        + listener.address().getPort() + "\nbut       it did not (waited 0.075 s)");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux shows the queues")
    void narrow_peer_leaves_what_it_does_not_read_with_the_sender() throws Exception {
        byte[] sent = new byte[200_000];
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Peer peer = network.connectNarrow((InetSocketAddress) server.getLocalSocketAddress());
            try (Socket accepted = server.accept()) {
                accepted.getOutputStream().write(sent);
            }
            SocketAddress client = peer.localAddress();
            assertThat(TcpTable.read())
                    .filteredOn(socket -> socket.remote().equals(client))
                    .allMatch(socket -> socket.unsent() > sent.length / 2)
                    .hasSize(1);
            assertThat(peer.receiveUntilEnd()).hasSameSizeAs(sent);
        }
    }

    @Test
    void listener_tells_whether_anybody_has_connected() throws Exception {
        Listener listener = network.listen();
        InetSocketAddress address = listener.expectNobody().address();
        try (Socket client = new Socket(address.getAddress(), address.getPort())) {
            listener.accept();
            listener.expectNobody();
            assertThat(client.isConnected()).isTrue();
        }
        try (Socket second = new Socket(address.getAddress(), address.getPort())) {
            assertThatThrownBy(listener::expectNobody)
                    .isInstanceOf(UnmetExpectationError.class)
                    .hasMessage("Expected  nobody to connect to 127.0.0.1:" + address.getPort()
                            + "\nbut       the client did");
            assertThat(fixture.story())
                    .endsWith("client connects from 127.0.0.1:" + second.getLocalPort() + " (connection 2)");
        }
    }

    @Test
    void unix_domain_sockets_work_both_ways(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("socket");
        Listener listener = network.listen(path);
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            client.write(ByteBuffer.wrap(new byte[] {'h', 'i'}));
            client.shutdownOutput();
            listener.accept().expect("hi").expectEnd();
        }
        Peer peer = network.connect(path);
        peer.send("yo");
        assertThat(listener.accept().receive(2)).asString().isEqualTo("yo");
        assertThatThrownBy(() -> network.connect(folder.resolve("none")))
                .isInstanceOf(UnmetExpectationError.class)
                .hasMessageContaining("the connection was refused");
    }

    @Test
    void datagrams_are_sent_and_received_whole() throws Exception {
        DatagramPeer here = network.datagrams();
        DatagramPeer there = network.datagrams();
        byte[] largest = network.bytes(65_507);
        here.send(largest, there.address()).send(new byte[0], there.address());
        assertThat(there.expect(largest).from()).isEqualTo(here.address());
        assertThat(there.receive().payload()).isEmpty();
        here.send(new byte[] {1}, there.address());
        assertThatThrownBy(() -> there.expect(new byte[] {2}))
                .hasMessageContaining("byte 0 differs: expected 02, was 01");
    }

    @Test
    void datagram_that_does_not_come_is_a_deadline() throws Exception {
        System.setProperty(Deadlines.SCALE, "0.05");
        DatagramPeer here = network.datagrams();
        assertThatThrownBy(here::receive)
                .isInstanceOf(DeadlineExceededError.class)
                .hasMessageEndingWith("but       none came (waited 0.075 s)");
    }

    @Test
    void running_call_gives_its_result_or_its_failure() throws Exception {
        assertThat(network.start(() -> 42).result()).isEqualTo(42);
        PendingCall<Integer> failing = network.start(() -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(failing::result).isInstanceOf(IllegalStateException.class);
        System.setProperty(Deadlines.SCALE, "0.05");
        CountDownLatch never = new CountDownLatch(1);
        PendingCall<Boolean> hanging = network.start(() -> {
            never.await();
            return true;
        });
        assertThatThrownBy(hanging::result)
                .isInstanceOf(DeadlineExceededError.class)
                .hasMessage("Expected  the call to return\nbut       it did not (waited 0.1 s)");
        never.countDown();
    }

    @Test
    void seed_replays_every_choice() {
        System.setProperty(Seed.PROPERTY, "7f3a");
        try (ContextFixture one = new ContextFixture();
                ContextFixture other = new ContextFixture()) {
            assertThat(one.network.bytes(100)).isEqualTo(other.network.bytes(100));
            assertThat(one.network.random().nextInt())
                    .isEqualTo(other.network.random().nextInt());
        }
        System.setProperty(Seed.PROPERTY, "xyz");
        assertThatThrownBy(ContextFixture::new)
                .hasMessage("portzero.seed must be 1 to 32 hexadecimal digits but was xyz");
    }

    @Test
    void scale_is_checked() {
        System.setProperty(Deadlines.SCALE, "0");
        assertThatThrownBy(Deadlines::call).hasMessageContaining("at most 10000 but was 0");
        System.setProperty(Deadlines.SCALE, "1e300");
        assertThatThrownBy(Deadlines::call).isInstanceOf(IllegalArgumentException.class);
        System.setProperty(Deadlines.SCALE, "fast");
        assertThatThrownBy(Deadlines::call).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leaked_connection_is_seen_in_close_wait() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Peer peer = network.connect((InetSocketAddress) server.getLocalSocketAddress());
            try (Socket accepted = server.accept()) {
                peer.close();
                assertThat(accepted.getInputStream().read()).isEqualTo(-1);
                assertThat(TcpTable.read())
                        .filteredOn(socket -> socket.local().equals(accepted.getLocalSocketAddress())
                                && socket.remote().equals(accepted.getRemoteSocketAddress()))
                        .map(TcpSocket::state)
                        .containsExactly(TcpState.CLOSE_WAIT);
                System.setProperty(Deadlines.SCALE, "0.05");
                assertThatThrownBy(() -> network.expectNoneIn(TcpState.CLOSE_WAIT))
                        .isInstanceOf(DeadlineExceededError.class)
                        .hasMessage(
                                "Expected  no socket in CLOSE_WAIT\n" + "but       1 was still there (waited 0.075 s)");
            }
            network.expectNoneIn(TcpState.CLOSE_WAIT);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_side_that_closes_first_comes_into_time_wait() throws Exception {
        try (ScriptedServer server = new ScriptedServer(socket -> {})) {
            Peer peer = network.connect(server.address());
            peer.expectEnd().close();
            server.awaitEnd();
            network.expectOneIn(TcpState.TIME_WAIT);
            assertThat(fixture.story())
                    .contains("test asks the kernel for sockets in TIME_WAIT")
                    .endsWith("1 found");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_state_that_no_socket_has_is_a_deadline() throws Exception {
        System.setProperty(Deadlines.SCALE, "0.05");
        try (ScriptedServer server =
                new ScriptedServer(socket -> socket.getInputStream().readAllBytes())) {
            network.connect(server.address());
            assertThatThrownBy(() -> network.expectOneIn(TcpState.TIME_WAIT))
                    .isInstanceOf(DeadlineExceededError.class)
                    .hasMessage("Expected  a socket in TIME_WAIT\nbut       there was none (waited 0.075 s)");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_an_earlier_test_has_left_in_time_wait_is_not_counted() throws Exception {
        try (ServerSocket earlier = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Socket first = new Socket(earlier.getInetAddress(), earlier.getLocalPort());
            Socket second = earlier.accept();
            fixture.context.knows(first.getLocalSocketAddress()); // its port is in use again
            first.close();
            second.close();
            network.expectNoneIn(TcpState.TIME_WAIT);
        }
    }
}

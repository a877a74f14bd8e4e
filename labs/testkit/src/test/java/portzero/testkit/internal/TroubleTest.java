package portzero.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import portzero.testkit.await.Deadlines;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.net.FullBacklog;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.RefusingPort;
import portzero.testkit.net.SlowSend;
import portzero.testkit.net.TestNetwork;
import portzero.testkit.trace.DeadlineExceededError;
import portzero.testkit.trace.UnmetExpectationError;

/** The parts of the kit that make trouble on purpose. */
@Timeout(60)
class TroubleTest {

    private static final int SHORT = 50; // milliseconds
    private static final int LONG = 30_000;
    private static final Duration PACE = Duration.ofMillis(5);

    private final ContextFixture fixture = new ContextFixture();
    private final TestNetwork network = fixture.network;

    @AfterEach
    void close() {
        fixture.close();
        System.clearProperty(Deadlines.SCALE);
    }

    private static void connect(InetSocketAddress address, int timeout) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, timeout);
        }
    }

    @Test
    void refusing_port_refuses_until_the_test_listens() throws Exception {
        RefusingPort port = network.refusingPort();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> connect(port.address(), LONG)).isInstanceOf(ConnectException.class);
        }
        Listener listener = port.listen();
        assertThat(listener.address()).isEqualTo(port.address());
        connect(port.address(), LONG);
        listener.accept().expectEnd();
        assertThat(fixture.story())
                .startsWith("test holds 127.0.0.1:" + port.address().getPort() + " without listening\ntest listens on");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void full_backlog_leaves_a_client_without_an_answer() throws Exception {
        FullBacklog full = network.fullBacklog().orElseThrow();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> connect(full.address(), SHORT)).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(fixture.story()).contains("fills its queue and accepts nobody");
        assertThat(fixture.context.subjectSockets()).isEmpty(); // those that fill the queue are the test's own
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void released_backlog_accepts_the_next_client() throws Exception {
        FullBacklog full = network.fullBacklog().orElseThrow();
        Listener listener = full.release().expectNobody();
        try (Socket client = new Socket()) {
            client.connect(full.address(), LONG);
            Peer peer = listener.accept();
            assertThat(peer.remoteAddress()).isEqualTo(client.getLocalSocketAddress());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void attempt_to_connect_is_seen() throws Exception {
        FullBacklog full = network.fullBacklog().orElseThrow();
        Thread connecting;
        try (Socket client = new Socket()) {
            connecting = new Thread(() -> {
                try {
                    client.connect(full.address(), LONG);
                } catch (IOException closed) {
                    // as it should be
                }
            });
            connecting.start();
            full.awaitAttempt();
        }
        connecting.join();
        System.setProperty(Deadlines.SCALE, "0.05");
        assertThatThrownBy(full::awaitAttempt)
                .isInstanceOf(DeadlineExceededError.class)
                .hasMessage("Expected  the client to connect to 127.0.0.1:"
                        + full.address().getPort() + "\nbut       it did not (waited 0.075 s)");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void unreachable_address_fails_at_once() throws Exception {
        InetSocketAddress address = network.unreachableAddress().orElseThrow();
        assertThatThrownBy(() -> connect(address, LONG))
                .isExactlyInstanceOf(SocketException.class)
                .hasMessage("Network is unreachable");
    }

    @Test
    void drip_sends_all_bytes_while_they_are_read() throws Exception {
        try (ScriptedServer server = new ScriptedServer(socket -> {
            socket.getInputStream().readNBytes(10);
            socket.getOutputStream().write('!');
        })) {
            Peer peer = network.connect(server.address());
            SlowSend<byte[]> drip = peer.dripDuring(network.bytes(10), PACE, () -> peer.receive(1));
            assertThat(drip.call().result()).asString().isEqualTo("!");
            assertThat(drip.sent()).isEqualTo(10);
            assertThat(drip.longestGap()).isGreaterThanOrEqualTo(PACE);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void drip_ends_with_the_call() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(socket -> {
            socket.getInputStream().readNBytes(3);
            socket.getOutputStream().write('!');
            ended.await();
        })) {
            Peer peer = network.connect(server.address());
            SlowSend<byte[]> drip = peer.dripDuring(network.bytes(100), PACE, () -> peer.receive(1));
            drip.call().result();
            ended.countDown();
            assertThat(drip.sent()).isBetween(3, 4); // the fourth is not read
        }
    }

    @Test
    void drip_does_not_outlast_the_time_for_a_call() throws Exception {
        System.setProperty(Deadlines.SCALE, "0.5");
        try (ScriptedServer server =
                new ScriptedServer(socket -> socket.getInputStream().readAllBytes())) {
            Peer peer = network.connect(server.address());
            SlowSend<byte[]> drip = peer.dripDuring(network.bytes(1_000), PACE, () -> peer.receive(1));
            assertThat(drip.sent()).isBetween(1, 200); // in the second that a call may take here
            assertThatThrownBy(drip.call()::result).isInstanceOf(DeadlineExceededError.class);
        }
    }

    @Test
    void sips_are_taken_while_a_call_is_under_way() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(socket -> {
            socket.getOutputStream().write(new byte[5 * (16 << 20)]); // more than any buffers hold
            ended.countDown();
        })) {
            Peer peer = network.connect(server.address());
            PendingCall<Boolean> call = peer.sipDuring(16 << 20, Duration.ofMillis(1), () -> {
                ended.await();
                return true;
            });
            assertThat(call.result()).isTrue();
        }
    }

    @Test
    void sips_do_not_outlast_the_time_for_a_call() throws Exception {
        System.setProperty(Deadlines.SCALE, "0.1");
        try (ScriptedServer server =
                new ScriptedServer(socket -> socket.getInputStream().readAllBytes())) {
            Peer peer = network.connect(server.address());
            PendingCall<byte[]> call = peer.sipDuring(10, PACE, () -> peer.receive(1));
            assertThatThrownBy(call::result).isInstanceOf(DeadlineExceededError.class);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void descriptors_left_open_are_counted() throws Exception {
        OpenFileCheck descriptors = network.descriptors();
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Socket socket = new Socket();
            socket.bind(network.loopback());
            sockets.add(socket);
        }
        assertThatThrownBy(() -> descriptors.expectAtMostMore(50))
                .isInstanceOf(UnmetExpectationError.class)
                .hasMessageStartingWith("Expected  the program to close every socket that it opens\nbut       1")
                .hasMessageEndingWith(" more are open than before");
        for (Socket socket : sockets) {
            socket.close();
        }
        descriptors.expectAtMostMore(50);
        assertThat(fixture.story()).contains("test counts the program's descriptors");
    }
}

package portzero.testkit.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import portzero.testkit.await.Deadlines;
import portzero.testkit.internal.ContextFixture;

/** Many clients as one step of the story. */
@Timeout(60)
class PeerGroupTest {

    private static final int SIZE = 60; // more than the queue of a listener holds

    private final ContextFixture fixture = new ContextFixture();
    private final TestNetwork network = fixture.network;

    @AfterEach
    void close() {
        fixture.close();
        System.clearProperty(Deadlines.SCALE);
    }

    @Test
    void each_client_sends_and_receives_its_own() throws Exception {
        System.setProperty(Deadlines.SCALE, "10");
        try (ServerSocket listener = echo(0)) {
            PeerGroup group = network.connectMany(address(listener), SIZE);
            group.send(i -> new byte[] {(byte) i, 2}).expect(i -> new byte[] {(byte) i, 2});
            group.close();
            group.close();
            assertThat(group.size()).isEqualTo(SIZE);
            assertThat(fixture.story()).isEqualTo("""
                60 clients of the test connect to 127.0.0.1:%d
                60 clients of the test send 2 bytes
                60 clients of the test receive what they expect
                60 clients of the test close their connections\
                """.formatted(listener.getLocalPort()));
        }
    }

    @Test
    void each_client_receives_a_line_and_nothing_of_the_next() throws Exception {
        System.setProperty(Deadlines.SCALE, "10");
        try (ServerSocket listener = echo(0)) {
            PeerGroup group = network.connectMany(address(listener), 3);
            group.send(i -> ("line " + i + "\nrest").getBytes(US_ASCII));
            assertThat(group.receiveLines()).containsExactly("line 0", "line 1", "line 2");
            group.expect(i -> "rest".getBytes(US_ASCII));
            assertThat(fixture.story()).contains("3 clients of the test receive a line each");
        }
    }

    @Test
    void line_without_an_end_is_refused() throws Exception {
        System.setProperty(Deadlines.SCALE, "10");
        try (ServerSocket listener = echo(0)) {
            PeerGroup group = network.connectMany(address(listener), 2).send(i -> new byte[200]);
            assertThatThrownBy(group::receiveLines)
                    .hasMessage("Expected  a line feed for client 1 of 2\nbut       100 bytes came without one");
        }
    }

    @Test
    void the_first_wrong_answer_is_told() throws Exception {
        System.setProperty(Deadlines.SCALE, "10");
        try (ServerSocket listener = echo(1)) {
            PeerGroup group = network.connectMany(address(listener), 3).send(i -> new byte[] {7});
            assertThatThrownBy(() -> group.expect(i -> new byte[] {(byte) (i < 2 ? 8 : 7)}))
                    .hasMessageStartingWith("Expected  client 3 of 3 to receive 1 byte: 07\nbut       byte 0 differs");
        }
    }

    @Test
    void all_exchange_at_the_same_time_and_end() throws Exception {
        System.setProperty(Deadlines.SCALE, "10");
        try (ServerSocket listener = echoInTurn()) {
            byte[] bytes = network.bytes(2 << 20); // more than both sides of a connection take
            network.connectMany(address(listener), 3).exchange(i -> bytes, i -> bytes);
            assertThat(fixture.story())
                    .contains("3 clients of the test send 2,097,152 bytes each, all at the same time, and end")
                    .contains("3 clients of the test receive what they expect, and the end");
        }
    }

    @Test
    void an_exchange_tells_the_first_byte_that_differs_what_is_missing_and_what_is_too_much() throws Exception {
        System.setProperty(Deadlines.SCALE, "10");
        try (ServerSocket listener = echoInTurn()) {
            byte[] sent = {1, 2, 3};
            assertThatThrownBy(() -> network.connectMany(address(listener), 2)
                            .exchange(i -> sent, i -> i == 0 ? sent : new byte[] {1, 9, 3}))
                    .hasMessageStartingWith(
                            "Expected  client 2 of 2 to receive 3 bytes: 01 09 03\nbut       byte 1 differs");
            assertThatThrownBy(() ->
                            network.connectMany(address(listener), 2).exchange(i -> sent, i -> new byte[] {1, 2, 3, 4}))
                    .hasMessageContaining("but       only 3 bytes: 01 02 03 came");
            assertThatThrownBy(() ->
                            network.connectMany(address(listener), 2).exchange(i -> sent, i -> new byte[] {1, 2}))
                    .hasMessageContaining("but       after them came 1 byte: 03 more");
        }
    }

    @Test
    void an_exchange_that_does_not_end_is_a_deadline() throws Exception {
        System.setProperty(Deadlines.SCALE, "0.1");
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            PeerGroup group = network.connectMany(address(listener), 2);
            assertThatThrownBy(() -> group.exchange(i -> new byte[2], i -> new byte[2]))
                    .hasMessage("Expected  the server to send 2 bytes to client 1 of 2, and the end\n"
                            + "but       nothing came (waited 0.15 s)");
        }
    }

    @Test
    void connections_that_are_reset_at_once_can_be_accepted_and_no_more() throws Exception {
        System.setProperty(Deadlines.SCALE, "10");
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            network.connectAndReset(address(listener), 3);
            for (int i = 0; i < 3; i++) {
                try (Socket client = listener.accept()) {
                    assertThatThrownBy(() -> client.getInputStream().read()).hasMessageContaining("reset");
                }
            }
            assertThat(fixture.story())
                    .contains("3 clients of the test connect to 127.0.0.1:")
                    .contains(" and reset their connections at once");
        }
    }

    @Test
    void connections_left_open_are_aborted_after_the_test() throws Exception {
        System.setProperty(Deadlines.SCALE, "10");
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            network.connectMany(address(listener), 1);
            try (Socket client = listener.accept()) {
                fixture.close();
                assertThatThrownBy(() -> client.getInputStream().read()).hasMessageContaining("reset");
            }
        }
    }

    @Test
    void an_answer_that_does_not_come_is_a_deadline() throws Exception {
        System.setProperty(Deadlines.SCALE, "0.1");
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            PeerGroup group = network.connectMany(address(listener), 2);
            assertThatThrownBy(() -> group.expect(i -> new byte[1]))
                    .hasMessage("Expected  the server to send 1 byte to client 1 of 2\n"
                            + "but       only 0 bytes came (waited 0.15 s)");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "shows the queue of a listener")
    void a_server_that_does_not_accept_is_told() throws Exception {
        System.setProperty(Deadlines.SCALE, "0.2");
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = address(listener);
            assertThatThrownBy(() -> network.connectMany(address, SIZE))
                    .hasMessage("Expected  the server to accept all of 25 clients\n"
                            + "but       25 of them still wait (waited 0.3 s)");
        }
    }

    @Test
    void nobody_who_listens_is_told() throws Exception {
        InetSocketAddress address;
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            address = address(listener);
        }
        assertThatThrownBy(() -> network.connectMany(address, 2))
                .hasMessage("Expected  a listener on 127.0.0.1:" + address.getPort()
                        + "\nbut       connection 1 was refused");
    }

    /** Answers each client's bytes, each of them made larger by so much. */
    private static ServerSocket echo(int more) throws IOException {
        ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(() -> {
            while (true) {
                Socket client = listener.accept();
                inBackground(() -> serve(client, more));
            }
        });
        return listener;
    }

    /** Serves one client at a time, and ends its stream when it has ended its own. */
    private static ServerSocket echoInTurn() throws IOException {
        ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(() -> {
            while (true) {
                try (Socket client = listener.accept()) {
                    client.getInputStream().transferTo(client.getOutputStream());
                }
            }
        });
        return listener;
    }

    private static void serve(Socket client, int more) throws IOException {
        try (client) {
            for (int b = client.getInputStream().read();
                    b >= 0;
                    b = client.getInputStream().read()) {
                client.getOutputStream().write(b + more);
            }
        }
    }

    /** Code that ends with an exception when a socket is closed. */
    private interface Task {
        void run() throws IOException;
    }

    private static void inBackground(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException closed) {
                // the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static InetSocketAddress address(ServerSocket listener) {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }
}

package portzero.grader.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpRelayTest {

    private static final long PATIENCE = 60; // seconds

    private final BlockingQueue<RelayEvent> events = new LinkedBlockingQueue<>();
    private final ServerSocket server = listener();
    private final TcpRelay relay = relay();

    private static ServerSocket listener() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private TcpRelay relay() {
        try {
            return new TcpRelay((InetSocketAddress) server.getLocalSocketAddress(), 0, events::add);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @BeforeEach
    void patience() throws IOException {
        server.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE));
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        server.close();
    }

    private String next() throws InterruptedException {
        RelayEvent event = events.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return (event.fromClient() ? "client " : "server ") + event.label();
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private Socket client() throws IOException {
        Socket client = new Socket();
        client.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE));
        client.connect(relay.address());
        return client;
    }

    @Test
    void both_directions_are_passed_on_and_told_each_with_its_own_end() throws Exception {
        try (Socket client = client();
                Socket served = server.accept()) {
            client.getOutputStream().write("question".getBytes(US_ASCII));
            client.shutdownOutput();
            assertThat(served.getInputStream().readAllBytes())
                    .asString(US_ASCII)
                    .isEqualTo("question");
            assertThat(next()).isEqualTo("client #1 connects");
            assertThat(next()).isEqualTo("client #1 8 bytes \"question\"");
            assertThat(next()).isEqualTo("client #1 ends its stream");

            served.getOutputStream().write("answer".getBytes(US_ASCII)); // the other half is open still
            served.shutdownOutput();
            assertThat(client.getInputStream().readAllBytes())
                    .asString(US_ASCII)
                    .isEqualTo("answer");
            assertThat(next()).isEqualTo("server #1 6 bytes \"answer\"");
            assertThat(next()).isEqualTo("server #1 ends its stream");
        }
    }

    @Test
    void a_reset_is_passed_on_as_one() throws Exception {
        try (Socket client = client();
                Socket served = server.accept()) {
            client.getOutputStream().write(1);
            assertThat(served.getInputStream().read()).isEqualTo(1);
            reset(served);
            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> client.getInputStream().read());
            assertThat(next()).isEqualTo("client #1 connects");
            assertThat(next()).startsWith("client #1 1 byte");
            assertThat(next()).isEqualTo("server #1 resets the connection");
        }
        assertThat(events).isEmpty();
    }

    @Test
    void the_server_knows_each_client_by_a_port_whose_number_is_told() throws Exception {
        try (Socket first = client();
                Socket one = server.accept();
                Socket second = client();
                Socket two = server.accept()) {
            assertThat(relay.client(one.getPort())).hasValue(1);
            assertThat(relay.client(two.getPort())).hasValue(2);
            assertThat(relay.client(first.getLocalPort() == second.getLocalPort() ? 0 : 1))
                    .isEmpty();
        }
    }

    @Test
    void a_server_that_does_not_listen_any_more_is_told_and_another_can_take_its_place() throws Exception {
        server.close();
        try (Socket client = client()) {
            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> assertThat(client.getInputStream().read()).isEqualTo(-2));
        }
        assertThat(next()).isEqualTo("client #1 connects");
        assertThat(next()).isEqualTo("server #1 is refused: nobody listens");
        try (ServerSocket another = listener()) {
            relay.serve((InetSocketAddress) another.getLocalSocketAddress());
            try (Socket client = client();
                    Socket served = another.accept()) {
                served.getOutputStream().write(7);
                assertThat(client.getInputStream().read()).isEqualTo(7);
            }
        }
    }
}

package portzero.grader.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class UdpRelayTest {

    private static final int PATIENCE = 60_000; // milliseconds

    private final BlockingQueue<RelayEvent> events = new LinkedBlockingQueue<>();

    private static DatagramSocket socket() throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        socket.receive(packet);
        return packet;
    }

    @Test
    void each_client_has_its_own_port_at_the_server_and_gets_its_own_answer() throws Exception {
        try (DatagramSocket server = socket();
                DatagramSocket one = socket();
                DatagramSocket two = socket();
                UdpRelay relay = new UdpRelay((InetSocketAddress) server.getLocalSocketAddress(), 0, events::add)) {
            one.send(new DatagramPacket(new byte[] {1}, 1, relay.address()));
            DatagramPacket first = receive(server);
            two.send(new DatagramPacket(new byte[0], 0, relay.address()));
            DatagramPacket second = receive(server);
            assertThat(second.getLength()).isZero();
            assertThat(second.getPort()).isNotEqualTo(first.getPort());
            assertThat(relay.client(second.getPort())).hasValue(2);

            server.send(new DatagramPacket(new byte[] {4, 5}, 2, second.getSocketAddress()));
            assertThat(Arrays.copyOf(receive(two).getData(), 2)).containsExactly(4, 5);
            server.send(new DatagramPacket(new byte[] {6}, 1, first.getSocketAddress()));
            assertThat(receive(one).getData()[0]).isEqualTo((byte) 6);

            one.send(new DatagramPacket(new byte[] {1}, 1, relay.address()));
            assertThat(receive(server).getPort()).isEqualTo(first.getPort());
        }
        assertThat(events)
                .extracting(RelayEvent::label)
                .containsExactly("#1 1 byte: 01", "#2 0 bytes", "#2 2 bytes: 04 05", "#1 1 byte: 06", "#1 1 byte: 01");
    }
}

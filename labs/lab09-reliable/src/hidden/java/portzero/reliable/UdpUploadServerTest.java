package portzero.reliable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.net.DatagramPeer;
import portzero.testkit.net.TestNetwork;

class UdpUploadServerTest {

    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration LINGER = Duration.ofMillis(400);

    @LabTest(
            task = 4,
            points = 2,
            hint =
                    "Send each ACK through the socket that the packet came by, to where it came from, and collect the data",
            notes = "reliable#over-udp")
    void each_packet_is_acknowledged_to_where_it_came_from(
            @Subject(UdpUploadServer.class) UploadServer server, TestNetwork network) throws Exception {
        byte[] large = network.bytes(Codec.MAX_PAYLOAD);
        byte[] small = network.bytes(1);
        DatagramPeer client = network.datagrams();
        InetSocketAddress address = server.start(network.loopback());

        PendingCall<byte[]> receiving = network.start(() -> server.receive(IDLE, SHORT));
        client.send(MadePackets.data(0, large), address);
        assertThat(client.expect(MadePackets.ack(1)).from()).isEqualTo(address);
        client.send(MadePackets.data(1, small), address);
        client.expect(MadePackets.ack(2));
        client.send(MadePackets.end(2), address);
        client.expect(MadePackets.ack(3));

        byte[] all = java.util.Arrays.copyOf(large, large.length + 1);
        all[large.length] = small[0];
        network.expectSame(all, receiving.result());
    }

    @LabTest(
            task = 4,
            points = 2,
            hint = "Each upload begins anew: with number 0, without data, and with a client that may be another one",
            notes = "reliable#over-udp")
    void one_upload_comes_after_another(
            @Subject(UdpUploadServer.class) UploadServer server,
            @Subject(UdpUploadServer.class) UploadServer other,
            TestNetwork network)
            throws Exception {
        InetSocketAddress address = server.start(network.loopback());
        other.start(network.loopback()); // and has a socket of its own

        for (int length : new int[] {700, 0, 30}) {
            byte[] data = network.bytes(length);
            DatagramPeer client = network.datagrams();
            PendingCall<byte[]> receiving = network.start(() -> server.receive(IDLE, SHORT));
            int number = 0;
            if (length > 0) {
                client.send(MadePackets.data(number++, data), address);
                client.expect(MadePackets.ack(1));
            }
            client.send(MadePackets.end(number), address);
            client.expect(MadePackets.ack(number + 1));
            network.expectSame(data, receiving.result());
        }
    }

    @LabTest(
            task = 4,
            points = 1,
            hint =
                    "Bind to the whole address that is given, let a taken port be an exception, and close the socket in close",
            notes = "addresses#loopback-wildcard")
    void a_server_has_its_address_to_itself_and_gives_it_back(
            @Subject(UdpUploadServer.class) UploadServer server,
            @Subject(UdpUploadServer.class) UploadServer second,
            @Subject(UdpUploadServer.class) UploadServer never,
            TestNetwork network)
            throws Exception {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer client = network.datagrams();
        Optional<DatagramPeer> neighbour = network.namesake(client);
        byte[] piece = network.bytes(5);
        assertThat(address.getAddress()).isEqualTo(network.loopback().getAddress());

        PendingCall<byte[]> receiving = network.start(() -> server.receive(IDLE, SHORT));
        if (neighbour
                .isPresent()) { // it has another address of this machine, and so the server's port may be tried there
            InetSocketAddress other =
                    new InetSocketAddress(neighbour.get().address().getAddress(), address.getPort());
            client.send(MadePackets.data(0, network.bytes(4)), other);
        }
        network.start(() -> second.start(address)).failure(IOException.class);
        client.send(MadePackets.data(0, piece), address);
        client.expect(MadePackets.ack(1));
        client.send(MadePackets.end(1), address);
        client.expect(MadePackets.ack(2));
        network.expectSame(piece, receiving.result());

        server.close();
        server.close();
        never.close();
        network.expectFree(address);
    }

    @LabTest(
            task = 5,
            points = 2,
            hint = "Acknowledge what comes again, take it once, and pass over what is damaged or no packet at all",
            notes = "reliable#duplicates")
    void repetitions_are_acknowledged_and_damage_is_passed_over(
            @Subject(UdpUploadServer.class) UploadServer server, TestNetwork network) throws Exception {
        byte[] piece = network.bytes(40);
        DatagramPeer client = network.datagrams();
        InetSocketAddress address = server.start(network.loopback());

        PendingCall<byte[]> receiving = network.start(() -> server.receive(IDLE, SHORT));
        client.send(new byte[0], address);
        client.send(MadePackets.damaged(MadePackets.data(0, piece), 3), address);
        client.send(MadePackets.data(0, piece), address);
        client.expect(MadePackets.ack(1));
        client.send(network.bytes(Codec.MAX_PAYLOAD + 100), address);
        client.send(MadePackets.damaged(MadePackets.end(1), 60), address);
        client.send(MadePackets.ack(1), address);
        client.send(MadePackets.data(0, piece), address);
        client.expect(MadePackets.ack(1));
        client.send(MadePackets.end(1), address);
        client.expect(MadePackets.ack(2));

        network.expectSame(piece, receiving.result());
        client.expectNone();
    }

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "The first packet with number 0 says whose upload it is; answer nobody else, and take nothing from them",
            notes = "reliable#over-udp")
    void strangers_and_beginnings_that_are_none_are_ignored(
            @Subject(UdpUploadServer.class) UploadServer server, TestNetwork network) throws Exception {
        byte[] piece = network.bytes(40);
        DatagramPeer stranger = network.stranger();
        DatagramPeer client = network.datagrams();
        InetSocketAddress address = server.start(network.loopback());

        PendingCall<byte[]> receiving = network.start(() -> server.receive(IDLE, SHORT));
        stranger.send(MadePackets.data(1, network.bytes(7)), address);
        stranger.send(MadePackets.end(1), address);
        stranger.send(MadePackets.ack(0), address);
        client.send(MadePackets.data(0, piece), address);
        client.expect(MadePackets.ack(1));
        stranger.send(MadePackets.data(0, network.bytes(7)), address);
        stranger.send(MadePackets.data(1, network.bytes(7)), address);
        stranger.send(MadePackets.end(1), address);
        client.send(MadePackets.end(1), address);
        client.expect(MadePackets.ack(2));

        network.expectSame(piece, receiving.result());
        stranger.expectNone();
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "After the END, go on as before until nothing has come from the client for as long as linger says",
            notes = "reliable#lingering")
    void the_end_is_acknowledged_again_as_long_as_it_comes(
            @Subject(UdpUploadServer.class) UploadServer server, TestNetwork network) throws Exception {
        byte[] piece = network.bytes(40);
        DatagramPeer client = network.datagrams();
        DatagramPeer stranger = network.stranger();
        InetSocketAddress address = server.start(network.loopback());

        PendingCall<byte[]> receiving = network.start(() -> server.receive(IDLE, LINGER));
        client.send(MadePackets.data(0, piece), address);
        client.expect(MadePackets.ack(1));
        client.send(MadePackets.end(1), address);
        client.expect(MadePackets.ack(2));
        client.send(MadePackets.data(0, piece), address);
        client.expect(MadePackets.ack(2));
        long last = System.nanoTime();
        client.send(MadePackets.end(1), address);
        client.expect(MadePackets.ack(2));
        stranger.flood(MadePackets.end(1), address);

        network.expectSame(piece, receiving.result());
        assertThat(Duration.ofNanos(System.nanoTime() - last))
                .as("how long the server was there after the client's last packet")
                .isGreaterThanOrEqualTo(LINGER.minusMillis(2));
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "Fix the end of a wait before you begin it: what comes from others must not move it",
            notes = "reliable#giving-up")
    void a_server_gives_up_among_strangers_and_can_be_used_again(
            @Subject(UdpUploadServer.class) UploadServer flooded,
            @Subject(UdpUploadServer.class) UploadServer server,
            TestNetwork network)
            throws Exception {
        DatagramPeer stranger = network.stranger();
        DatagramPeer client = network.datagrams();
        stranger.flood(MadePackets.data(7, network.bytes(3)), flooded.start(network.loopback()));

        long begin = System.nanoTime();
        network.start(() -> flooded.receive(Duration.ofMillis(150), SHORT)).failure(SocketTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("how long the server waited")
                .isGreaterThanOrEqualTo(Duration.ofMillis(148));

        InetSocketAddress address = server.start(network.loopback());
        client.send(MadePackets.data(0, network.bytes(3)), address); // which waits for the call
        PendingCall<byte[]> leaving = network.start(() -> server.receive(Duration.ofMillis(50), SHORT));
        client.expect(MadePackets.ack(1));
        leaving.failure(SocketTimeoutException.class); // the END never comes

        PendingCall<byte[]> receiving = network.start(() -> server.receive(IDLE, SHORT));
        client.send(MadePackets.end(0), address);
        client.expect(MadePackets.ack(1));
        network.expectSame(new byte[0], receiving.result());
    }
}

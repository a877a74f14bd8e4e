package portzero.reliable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.net.Datagram;
import portzero.testkit.net.DatagramPeer;
import portzero.testkit.net.TestNetwork;

class UdpUploadClientTest {

    private static final long NEVER = 60_000; // milliseconds, in which no timer runs out in these tests
    private static final long SOON = 40;

    @LabTest(
            task = 4,
            points = 2,
            hint =
                    "Each packet that the sender returns is one datagram; return when the sender is done, and not before",
            notes = "reliable#over-udp")
    void each_packet_is_a_datagram_and_the_last_ack_ends_it(
            @Subject(UdpUploadClient.class) UploadClient client, TestNetwork network) throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] data = network.bytes(250);
        Settings settings = new Settings(2, 100, NEVER, NEVER, 2);

        PendingCall<?> uploading = upload(client, server.address(), data, settings, network);
        Datagram first = server.expect(MadePackets.data(0, java.util.Arrays.copyOf(data, 100)));
        server.expect(MadePackets.data(1, java.util.Arrays.copyOfRange(data, 100, 200)));
        server.send(MadePackets.ack(1), first.from());
        server.expect(MadePackets.data(2, java.util.Arrays.copyOfRange(data, 200, 250)));
        server.send(MadePackets.ack(3), first.from());
        server.expect(MadePackets.end(3));
        network.awaitRest();
        assertThat(uploading.isUnderWay())
                .as("whether the client waits for the last ACK")
                .isTrue();
        server.send(MadePackets.ack(4), first.from());

        uploading.result();
        server.expectNone();
        network.expectFree(first.from());
    }

    private static PendingCall<?> upload(
            UploadClient client, InetSocketAddress server, byte[] data, Settings settings, TestNetwork network) {
        return network.start(() -> {
            client.upload(server, data, settings);
            return true;
        });
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "A packet goes out again each time that the sender's timer has run out, the same bytes from the same port",
            notes = "reliable#over-udp")
    void what_is_not_acknowledged_is_sent_again(
            @Subject(UdpUploadClient.class) UploadClient client, TestNetwork network) throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] data = network.bytes(10);

        PendingCall<?> uploading =
                upload(client, server.address(), data, new Settings(1, 10, SOON, SOON, 100), network);
        Datagram first = server.expect(MadePackets.data(0, data));
        server.expect(MadePackets.data(0, data));
        Datagram third = server.expect(MadePackets.data(0, data));
        assertThat(third.from()).isEqualTo(first.from());
        server.send(MadePackets.damaged(MadePackets.ack(1), 13), first.from());
        server.send(java.util.Arrays.copyOf(MadePackets.ack(1), 9), first.from()); // longer than it says
        server.expect(MadePackets.data(0, data));
        acknowledgeAll(server, first.from());

        uploading.result();
    }

    private static void acknowledgeAll(DatagramPeer server, InetSocketAddress client) throws Exception {
        server.send(MadePackets.ack(1), client);
        expectEnd(server);
        server.send(MadePackets.ack(2), client);
    }

    /** The END with number 1, after repetitions of what came before. */
    private static void expectEnd(DatagramPeer server) throws Exception {
        byte[] packet = server.receive().payload();
        while (packet[0] == MadePackets.DATA) {
            packet = server.receive().payload();
        }
        assertThat(packet).isEqualTo(MadePackets.end(1));
    }

    @LabTest(
            task = 5,
            points = 1,
            hint = "Connect the socket to the server, or look at where a datagram comes from: anyone can send an ACK",
            notes = "udp#whose-answer")
    void an_ack_of_a_stranger_has_no_effect(@Subject(UdpUploadClient.class) UploadClient client, TestNetwork network)
            throws Exception {
        DatagramPeer server = network.datagrams();
        DatagramPeer stranger = network.stranger();
        byte[] data = network.bytes(10);

        PendingCall<?> uploading =
                upload(client, server.address(), data, new Settings(1, 10, SOON, SOON, 100), network);
        InetSocketAddress address = server.expect(MadePackets.data(0, data)).from();
        stranger.send(MadePackets.ack(1), address);
        network.awaitRest();
        server.expect(MadePackets.data(0, data)); // and not the END
        server.expect(MadePackets.data(0, data));
        acknowledgeAll(server, address);

        uploading.result();
    }

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "Wait for what is left until the timer runs out, and look at it after each datagram, however many come",
            notes = "reliable#over-udp")
    void a_flood_does_not_keep_the_timer_from_running_out(
            @Subject(UdpUploadClient.class) UploadClient client, TestNetwork network) throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] data = network.bytes(10);

        PendingCall<?> uploading =
                upload(client, server.address(), data, new Settings(1, 10, SOON, SOON, 100), network);
        InetSocketAddress address = server.expect(MadePackets.data(0, data)).from();
        server.flood(MadePackets.ack(0), address);
        server.expect(MadePackets.data(0, data));
        server.expect(MadePackets.data(0, data));
        server.send(MadePackets.ack(1), address);
        expectEnd(server);
        server.send(MadePackets.ack(0), address); // comes before the next, whatever the flood does
        server.send(MadePackets.ack(2), address);

        uploading.result();
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "When the sender has failed, throw SocketTimeoutException, and close the socket on this way, too",
            notes = "reliable#giving-up")
    void a_client_gives_up_when_nothing_is_acknowledged(
            @Subject(UdpUploadClient.class) UploadClient client, TestNetwork network) throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] data = network.bytes(10);

        long begin = System.nanoTime();
        upload(client, server.address(), data, new Settings(1, 10, 25, 25, 3), network)
                .failure(SocketTimeoutException.class);
        assertThat((System.nanoTime() - begin) / 1_000_000)
                .as("milliseconds until the client gave up")
                .isGreaterThanOrEqualTo(3 * 25 - 2);

        InetSocketAddress address = server.expect(MadePackets.data(0, data)).from();
        server.expect(MadePackets.data(0, data));
        server.expect(MadePackets.data(0, data));
        server.expectNone();
        network.expectFree(address);
    }
}

package portzero.reliable;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.adversary.Direction;
import portzero.testkit.adversary.Fault;
import portzero.testkit.await.PendingCall;
import portzero.testkit.net.TestNetwork;

/** The tests that you have. The others ask for the rest of what sheet and contracts say. */
class ReliableFirstStepsTest {

    private static final byte[] DATA_0_ABC = hex("01 00 00 03 ee e3 f1 1f 61 62 63");
    private static final byte[] DATA_1_BCD = hex("01 01 00 03 84 18 80 9a 62 63 64");
    private static final byte[] END_2 = hex("03 02 00 00 7c 32 c9 a3");
    private static final byte[] ACK_1 = hex("02 01 00 00 81 70 d3 a0");

    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration LINGER = Duration.ofMillis(150);

    private static byte[] hex(String digits) {
        return HexFormat.ofDelimiter(" ").parseHex(digits);
    }

    @LabTest(
            task = 1,
            points = 3,
            hint = "Kind, number, two bytes of length, four of checksum, then the payload; numbers are big-endian",
            notes = "reliable#packets")
    void a_packet_is_a_header_and_its_payload(@Subject(PacketCodec.class) Codec codec, TestNetwork network) {
        byte[] packet = codec.encode(new Packet(Packet.Kind.DATA, 0, "abc".getBytes(US_ASCII)));

        network.expectSame(DATA_0_ABC, packet);
        network.expectSame(ACK_1, codec.encode(new Packet(Packet.Kind.ACK, 1, new byte[0])));
    }

    @LabTest(
            task = 1,
            points = 3,
            hint = "Compute the checksum as the sender did, with zeros in its place, and compare",
            notes = "reliable#damage")
    void a_packet_is_read_and_a_damaged_one_is_none(@Subject(PacketCodec.class) Codec codec, TestNetwork network) {
        Optional<Packet> packet = codec.decode(DATA_1_BCD);
        byte[] damaged = DATA_1_BCD.clone();
        damaged[9] ^= 1;

        assertThat(packet.map(Packet::kind)).contains(Packet.Kind.DATA);
        assertThat(packet.map(Packet::number)).contains(1);
        network.expectSame("bcd".getBytes(US_ASCII), packet.orElseThrow().payload());
        assertThat(codec.decode(damaged)).isEmpty();
    }

    @LabTest(
            task = 2,
            points = 3,
            hint =
                    "Take the packet that has the number you want, want the next one, and acknowledge with the number that you want now",
            notes = "reliable#acknowledgements")
    void the_receiver_takes_packets_in_order_and_acknowledges_each(
            @Subject(GoBackNReceiver.class) Receiver receiver, TestNetwork network) {
        receiver.start();

        assertThat(PacketNames.of(receiver.receive(DATA_0_ABC))).containsExactly("ACK 1");
        network.expectSame("abc".getBytes(US_ASCII), receiver.take());
        assertThat(PacketNames.of(receiver.receive(DATA_1_BCD))).containsExactly("ACK 2");
        network.expectSame("bcd".getBytes(US_ASCII), receiver.take());
        assertThat(receiver.ended()).isFalse();
        assertThat(PacketNames.of(receiver.receive(END_2))).containsExactly("ACK 3");
        network.expectSame(new byte[0], receiver.take());
        assertThat(receiver.ended()).isTrue();
    }

    @LabTest(
            task = 2,
            points = 3,
            hint = "With a window of 1, one packet is outstanding; the next goes out when an ACK has its number",
            notes = "reliable#stop-and-wait")
    void the_next_packet_is_sent_when_the_ack_has_come(
            @Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        List<byte[]> first = sender.start("abcbcd".getBytes(US_ASCII), new Settings(1, 3, 100, 800, 5), 1_000);

        assertThat(PacketNames.of(first)).containsExactly("DATA 0");
        network.expectSame(DATA_0_ABC, first.get(0));
        List<byte[]> second = sender.receive(ACK_1, 1_010);
        assertThat(PacketNames.of(second)).containsExactly("DATA 1");
        network.expectSame(DATA_1_BCD, second.get(0));
        assertThat(sender.state()).isEqualTo(TransferState.SENDING);
    }

    @LabTest(
            task = 2,
            points = 4,
            hint = "The timer has run out when the time is reached, not before; then the same packet goes out again",
            notes = "reliable#timer")
    void nothing_is_sent_again_before_its_time_and_at_its_time_it_is(
            @Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        byte[] data = network.bytes(5);
        byte[] first =
                sender.start(data, new Settings(1, 5, 100, 800, 5), 1_000).get(0);

        assertThat(sender.nextTimeout()).contains(1_100L);
        assertThat(PacketNames.of(sender.tick(1_099))).isEmpty();
        List<byte[]> again = sender.tick(1_100);
        assertThat(PacketNames.of(again)).containsExactly("DATA 0");
        network.expectSame(first, again.get(0));
        assertThat(PacketNames.of(sender.tick(1_100))).isEmpty();
    }

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "Send as long as fewer than a window of packets are outstanding; the END is a packet like the others",
            notes = "reliable#window")
    void a_window_of_packets_is_sent_at_once(@Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        byte[] data = network.bytes(50);

        assertThat(PacketNames.of(sender.start(data, new Settings(4, 10, 100, 800, 5), 0)))
                .containsExactly("DATA 0", "DATA 1", "DATA 2", "DATA 3");
        assertThat(PacketNames.of(sender.receive(ACK_1, 10))).containsExactly("DATA 4");
        assertThat(PacketNames.of(sender.start(data, new Settings(8, 10, 100, 800, 5), 0)))
                .containsExactly("DATA 0", "DATA 1", "DATA 2", "DATA 3", "DATA 4", "END 5");
    }

    @LabTest(
            task = 4,
            points = 4,
            hint =
                    "Put what the sender returns on the wire, give it what comes back, and the receiver likewise, until the end is acknowledged",
            notes = "reliable#over-udp")
    void an_upload_arrives(
            @Subject(UdpUploadClient.class) UploadClient client,
            @Subject(UdpUploadServer.class) UploadServer server,
            TestNetwork network)
            throws Exception {
        byte[] data = network.bytes(10_000);
        InetSocketAddress address = server.start(network.loopback());

        PendingCall<byte[]> receiving = network.start(() -> server.receive(IDLE, LINGER));
        client.upload(address, data, new Settings(4, 1_000, 200, 800, 10));

        network.expectSame(data, receiving.result());
    }

    @LabTest(
            task = 5,
            points = 3,
            hint = "When the sender's timer has run out before anything comes, call tick and send what it returns",
            notes = "reliable#over-udp")
    void what_is_lost_is_sent_again(
            @Subject(UdpUploadClient.class) UploadClient client,
            @Subject(UdpUploadServer.class) UploadServer server,
            TestNetwork network)
            throws Exception {
        byte[] data = network.bytes(350);
        List<Fault> faults = List.of(Fault.loss(Direction.TO_RECEIVER, 1), Fault.loss(Direction.TO_SENDER, 1));

        new LossyUpload(client, server, network, LINGER).expectWhole(data, LossyUpload.settings(1, 100), faults);
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "When nothing of an upload has come within the time that is given, throw SocketTimeoutException",
            notes = "reliable#giving-up")
    void the_server_gives_up_when_nobody_comes(@Subject(UdpUploadServer.class) UploadServer server, TestNetwork network)
            throws Exception {
        server.start(network.loopback());

        network.start(() -> server.receive(Duration.ofMillis(30), LINGER)).failure(SocketTimeoutException.class);
    }
}

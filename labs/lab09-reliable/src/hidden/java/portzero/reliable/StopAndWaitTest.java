package portzero.reliable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.TestNetwork;

/** A sender with a window of one. */
class StopAndWaitTest {

    private static final Settings ONE = new Settings(1, 10, 100, 350, 4);

    @LabTest(
            task = 2,
            points = 3,
            hint =
                    "An ACK counts when it says that the packet which is outstanding has come; whatever else comes changes nothing",
            notes = "reliable#acknowledgements")
    void only_an_ack_for_the_outstanding_packet_counts(
            @Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        sender.start(network.bytes(30), ONE, 0);
        sender.receive(MadePackets.ack(1), 10); // DATA 1 is outstanding now, until 110

        expectNothing(sender, MadePackets.ack(1), 50);
        expectNothing(sender, MadePackets.ack(0), 50);
        expectNothing(sender, MadePackets.ack(3), 50);
        expectNothing(sender, MadePackets.ack(255), 50);
        expectNothing(sender, MadePackets.data(2, new byte[1]), 50);
        expectNothing(sender, MadePackets.end(2), 50);
        expectNothing(sender, new byte[0], 50);

        assertThat(sender.nextTimeout()).contains(110L);
        assertThat(PacketNames.of(sender.tick(110))).containsExactly("DATA 1");
        assertThat(PacketNames.of(sender.receive(MadePackets.ack(2), 111))).containsExactly("DATA 2");
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "Decode what comes with your codec, and pass over what is no packet: an ACK may be damaged, too",
            notes = "reliable#damage")
    void a_damaged_ack_is_none(@Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        sender.start(network.bytes(30), ONE, 0);

        byte[] ack = MadePackets.ack(1);
        for (int bit = 0; bit < ack.length * 8; bit++) {
            expectNothing(sender, MadePackets.damaged(ack, bit), 50);
        }
        assertThat(sender.nextTimeout()).contains(100L);
        assertThat(PacketNames.of(sender.receive(ack, 60))).containsExactly("DATA 1");
    }

    private static void expectNothing(Sender sender, byte[] datagram, long now) {
        assertThat(PacketNames.of(sender.receive(datagram, now))).isEmpty();
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "Twice the wait of the last time, but no more than the longest; an ACK that counts begins with the first again",
            notes = "reliable#timer")
    void each_wait_is_twice_as_long_up_to_the_longest(
            @Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        sender.start(network.bytes(30), ONE, 1_000);

        expectAgain(sender, 1_100, "DATA 0");
        expectAgain(sender, 1_300, "DATA 0");
        expectAgain(sender, 1_650, "DATA 0"); // not 1,700
        assertThat(sender.nextTimeout()).contains(2_000L);
        assertThat(PacketNames.of(sender.receive(MadePackets.ack(1), 1_700))).containsExactly("DATA 1");
        expectAgain(sender, 1_800, "DATA 1"); // the first wait again
        expectAgain(sender, 2_000, "DATA 1");
        expectAgain(sender, 2_350, "DATA 1"); // and all attempts again
        assertThat(sender.state()).isEqualTo(TransferState.SENDING);
    }

    /** Nothing a millisecond before, and the packet at the time. */
    private static void expectAgain(Sender sender, long due, String packet) {
        assertThat(sender.nextTimeout()).contains(due);
        assertThat(PacketNames.of(sender.tick(due - 1))).isEmpty();
        assertThat(PacketNames.of(sender.tick(due))).containsExactly(packet);
    }

    @LabTest(
            task = 2,
            points = 2,
            hint = "The wait begins when the packet is sent again, not when it should have been",
            notes = "reliable#timer")
    void a_late_tick_begins_its_wait_when_it_is_called(
            @Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        sender.start(network.bytes(30), ONE, 0);

        assertThat(PacketNames.of(sender.tick(130))).containsExactly("DATA 0");
        assertThat(sender.nextTimeout()).contains(330L);
        assertThat(PacketNames.of(sender.receive(MadePackets.ack(1), 400)))
                .containsExactly("DATA 1"); // the timer had run out, and nobody had looked
        assertThat(sender.nextTimeout()).contains(500L);
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "Count the attempts, the first one too; when the wait after the last is over, send nothing and say FAILED",
            notes = "reliable#giving-up")
    void it_gives_up_after_the_last_attempt(@Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        sender.start(network.bytes(30), ONE, 0);
        expectAgain(sender, 100, "DATA 0");
        expectAgain(sender, 300, "DATA 0");
        expectAgain(sender, 650, "DATA 0"); // the fourth time

        assertThat(PacketNames.of(sender.tick(999))).isEmpty();
        assertThat(sender.state()).isEqualTo(TransferState.SENDING);
        assertThat(PacketNames.of(sender.tick(1_000))).isEmpty();
        assertThat(sender.state()).isEqualTo(TransferState.FAILED);
        assertThat(sender.nextTimeout()).isEmpty();
        expectNothing(sender, MadePackets.ack(1), 1_010);
        assertThat(PacketNames.of(sender.tick(5_000))).isEmpty();
        assertThat(sender.state()).isEqualTo(TransferState.FAILED);
    }

    @LabTest(
            task = 2,
            points = 2,
            hint = "The transfer is done when the END has been acknowledged, not when it has been sent",
            notes = "reliable#the-end")
    void it_is_done_when_the_end_is_acknowledged(@Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        byte[] data = network.bytes(15);
        List<byte[]> first = sender.start(data, ONE, 0);
        network.expectSame(java.util.Arrays.copyOf(data, 10), MadePackets.payload(first.get(0)));
        List<byte[]> second = sender.receive(MadePackets.ack(1), 10);
        network.expectSame(MadePackets.data(1, java.util.Arrays.copyOfRange(data, 10, 15)), second.get(0));

        assertThat(PacketNames.of(sender.receive(MadePackets.ack(2), 20))).containsExactly("END 2");
        assertThat(sender.state()).isEqualTo(TransferState.SENDING);
        assertThat(PacketNames.of(sender.tick(120))).containsExactly("END 2");
        expectNothing(sender, MadePackets.ack(3), 130);
        assertThat(sender.state()).isEqualTo(TransferState.DONE);
        assertThat(sender.nextTimeout()).isEmpty();
        assertThat(PacketNames.of(sender.tick(10_000))).isEmpty();
        expectNothing(sender, MadePackets.ack(4), 10_000);
        assertThat(sender.state()).isEqualTo(TransferState.DONE);
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "No data is an END with number 0 and nothing before it; and start forgets an earlier transfer",
            notes = "reliable#the-end")
    void no_data_is_an_end_alone(@Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        sender.start(network.bytes(20), ONE, 0);
        sender.receive(MadePackets.ack(1), 10);
        sender.tick(110);

        assertThat(PacketNames.of(sender.start(new byte[0], ONE, 5_000))).containsExactly("END 0");
        expectAgain(sender, 5_100, "END 0");
        expectNothing(sender, MadePackets.ack(1), 5_150);
        assertThat(sender.state()).isEqualTo(TransferState.DONE);

        assertThat(PacketNames.of(sender.start(network.bytes(10), ONE, 6_000))).containsExactly("DATA 0");
        assertThat(PacketNames.of(sender.receive(MadePackets.ack(1), 6_010))).containsExactly("END 1");
        assertThat(sender.state()).isEqualTo(TransferState.SENDING);
    }
}

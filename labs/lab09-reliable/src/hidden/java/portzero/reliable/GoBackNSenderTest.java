package portzero.reliable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.adversary.Direction;
import portzero.testkit.adversary.Fault;
import portzero.testkit.adversary.FaultRates;
import portzero.testkit.net.TestNetwork;

/** A sender with a window of more than one. */
class GoBackNSenderTest {

    private static final Settings FOUR = new Settings(4, 10, 100, 350, 4);

    /** Schedules that no fault gets by unseen; always the same ones, for whether a program is right is no matter of luck. */
    private static final long[] KEYS = {10, 26, 43};

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "Outstanding is what was sent and not acknowledged: never more than a window, and as many as it allows",
            notes = "reliable#window")
    void never_more_than_a_window_is_outstanding_and_never_less_without_need(
            @Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        for (int window : new int[] {2, 7, Sender.MAX_WINDOW}) {
            int packets = 101;
            int acknowledged = 0;
            List<byte[]> sent = new ArrayList<>(sender.start(network.bytes(100), new Settings(window, 1, 9, 9, 9), 0));
            while (acknowledged < packets) {
                assertThat(sent.size() - acknowledged)
                        .as(
                                "packets outstanding with a window of %d, of %d that are left",
                                window, packets - acknowledged)
                        .isEqualTo(Math.min(window, packets - acknowledged));
                acknowledged += 1 + network.random().nextInt(sent.size() - acknowledged);
                sent.addAll(sender.receive(MadePackets.ack(acknowledged), 1));
            }
            assertThat(PacketNames.of(sent)).hasSize(packets).doesNotHaveDuplicates();
        }
    }

    @LabTest(
            task = 3,
            points = 2,
            hint = "An ACK is for all packets before its number: it makes up for ACKs before it that were lost",
            notes = "reliable#cumulative")
    void an_ack_is_for_all_packets_before_its_number(@Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        sender.start(network.bytes(60), FOUR, 0);

        assertThat(PacketNames.of(sender.receive(MadePackets.ack(3), 10))).containsExactly("DATA 4", "DATA 5", "END 6");
        assertThat(PacketNames.of(sender.receive(MadePackets.ack(5), 10))).isEmpty();
        assertThat(PacketNames.of(sender.tick(110))).containsExactly("DATA 5", "END 6");
        assertThat(PacketNames.of(sender.receive(MadePackets.ack(7), 120))).isEmpty();
        assertThat(sender.state()).isEqualTo(TransferState.DONE);
    }

    @LabTest(
            task = 3,
            points = 2,
            hint = "Go back to the oldest outstanding packet and send all of them again, in order, and no others",
            notes = "reliable#go-back-n")
    void all_that_is_outstanding_is_sent_again_and_nothing_else(
            @Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        List<byte[]> sent = new ArrayList<>(sender.start(network.bytes(80), FOUR, 0));
        sent.addAll(sender.receive(MadePackets.ack(2), 10));

        List<byte[]> again = sender.tick(110);
        assertThat(PacketNames.of(again)).containsExactly("DATA 2", "DATA 3", "DATA 4", "DATA 5");
        for (int i = 0; i < again.size(); i++) {
            network.expectSame(sent.get(2 + i), again.get(i));
        }
        assertThat(PacketNames.of(sender.tick(310))).containsExactly("DATA 2", "DATA 3", "DATA 4", "DATA 5");
        assertThat(PacketNames.of(sender.receive(MadePackets.ack(6), 320)))
                .containsExactly("DATA 6", "DATA 7", "END 8"); // for which there is room at last
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "How many packets are acknowledged is the ACK's number less the oldest one's, modulo 256: 1 up to as many as are outstanding",
            notes = "reliable#numbers")
    void an_ack_for_nothing_outstanding_has_no_effect(
            @Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        sender.start(network.bytes(400), new Settings(3, 1, 100, 800, 4), 0);
        for (int number = 2; number <= 254; number += 2) {
            sender.receive(MadePackets.ack(number), number);
        }
        // 254, 255 and 0 are outstanding

        for (int number : new int[] {2, 3, 128, 251, 253, 254}) {
            assertThat(PacketNames.of(sender.receive(MadePackets.ack(number), 300)))
                    .as("what is sent after an ACK with number %d", number)
                    .isEmpty();
        }
        assertThat(sender.nextTimeout()).contains(354L);
        assertThat(PacketNames.of(sender.tick(354))).containsExactly("DATA 254", "DATA 255", "DATA 0");
        assertThat(PacketNames.of(sender.receive(MadePackets.ack(0), 360))).containsExactly("DATA 1", "DATA 2");
        assertThat(PacketNames.of(sender.receive(MadePackets.ack(3), 370)))
                .containsExactly("DATA 3", "DATA 4", "DATA 5");
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "An ACK that has come before acknowledges nothing: do not send again for it, and leave the timer alone",
            notes = "reliable#frugal")
    void an_ack_that_comes_again_makes_nothing_be_sent_again(
            @Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        sender.start(network.bytes(80), FOUR, 0);
        sender.receive(MadePackets.ack(1), 10);

        for (int now = 20; now < 100; now += 10) {
            assertThat(PacketNames.of(sender.receive(MadePackets.ack(1), now))).isEmpty();
        }
        assertThat(sender.nextTimeout()).contains(110L);
        assertThat(PacketNames.of(sender.tick(110))).containsExactly("DATA 1", "DATA 2", "DATA 3", "DATA 4");
        assertThat(PacketNames.of(sender.receive(MadePackets.ack(1), 120))).isEmpty();
        assertThat(sender.nextTimeout()).contains(310L);
    }

    @LabTest(
            task = 3,
            points = 2,
            hint = "A number is one byte: after 255 comes 0, for DATA and for ACKs",
            notes = "reliable#numbers")
    void the_senders_numbers_begin_again_after_255(@Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        byte[] data = network.bytes(600);
        List<byte[]> sent = new ArrayList<>(sender.start(data, new Settings(Sender.MAX_WINDOW, 1, 100, 800, 4), 0));

        for (int acknowledged = 5; acknowledged <= data.length; acknowledged += 5) {
            sent.addAll(sender.receive(MadePackets.ack(acknowledged % 256), acknowledged));
        }

        assertThat(PacketNames.of(sent)).hasSize(data.length + 1);
        for (int i = 0; i < data.length; i++) {
            network.expectSame(MadePackets.data(i % 256, new byte[] {data[i]}), sent.get(i));
        }
        network.expectSame(MadePackets.end(600 % 256), sent.get(data.length));
        assertThat(sender.state()).isEqualTo(TransferState.SENDING);
        sender.receive(MadePackets.ack(601 % 256), 1_000);
        assertThat(sender.state()).isEqualTo(TransferState.DONE);
    }

    @LabTest(
            task = 3,
            points = 1,
            hint = "Start the timer anew, with the first wait, each time that an ACK acknowledges something",
            notes = "reliable#timer")
    void the_timer_begins_again_with_each_ack_that_counts(
            @Subject(GoBackNSender.class) Sender sender, TestNetwork network) {
        sender.start(network.bytes(30), FOUR, 0); // all at once, the END too

        sender.receive(MadePackets.ack(1), 90);
        assertThat(sender.nextTimeout()).contains(190L);
        assertThat(PacketNames.of(sender.tick(100))).isEmpty();
        assertThat(PacketNames.of(sender.tick(190))).containsExactly("DATA 1", "DATA 2", "END 3");
        assertThat(sender.nextTimeout()).contains(390L);
        sender.receive(MadePackets.ack(2), 200);
        assertThat(sender.nextTimeout()).contains(300L);
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "Play the story through on paper, one datagram after another: what is each side's state after the fault?",
            notes = "reliable#adversary")
    void data_arrives_whole_over_a_link_that_does_its_worst(
            @Subject(GoBackNSender.class) Sender sender,
            @Subject(GoBackNReceiver.class) Receiver receiver,
            TestNetwork network)
            throws Exception {
        Settings settings = new Settings(4, 20, 100, 400, 40);
        for (long key : KEYS) {
            byte[] data = network.bytes(595);
            network.adversary(PacketNames::of)
                    .challenge(
                            key,
                            new FaultRates(10, 10, 10, 5),
                            link -> new VirtualTransfer(sender, receiver, link).expectWhole(data, settings, network));
        }
    }

    @LabTest(
            task = 3,
            points = 1,
            hint = "Without a loss each packet is sent once; for one loss, one window of packets is sent again",
            notes = "reliable#frugal")
    void no_more_is_sent_than_has_to_be(
            @Subject(GoBackNSender.class) Sender sender,
            @Subject(GoBackNReceiver.class) Receiver receiver,
            TestNetwork network)
            throws Exception {
        byte[] data = network.bytes(390); // 39 packets and the END
        Settings settings = new Settings(8, 10, 100, 400, 4);
        List<Fault> harmless = List.of(
                Fault.duplication(Direction.TO_SENDER, 5),
                Fault.loss(Direction.TO_SENDER, 10),
                Fault.delay(Direction.TO_SENDER, 20, 3),
                Fault.duplication(Direction.TO_RECEIVER, 30));
        List<Fault> oneLoss = List.of(Fault.loss(Direction.TO_RECEIVER, 20));

        expectAtMost(40, sender, receiver, data, settings, harmless, network);
        expectAtMost(48, sender, receiver, data, settings, oneLoss, network);
    }

    private static void expectAtMost(
            int most,
            Sender sender,
            Receiver receiver,
            byte[] data,
            Settings settings,
            List<Fault> faults,
            TestNetwork network)
            throws Exception {
        network.adversary(PacketNames::of).challenge(faults, link -> {
            new VirtualTransfer(sender, receiver, link).expectWhole(data, settings, network);
            assertThat(link.sent(Direction.TO_RECEIVER))
                    .as("datagrams sent for 40 packets with a window of 8")
                    .isLessThanOrEqualTo(most);
        });
    }
}

package portzero.reliable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.TestNetwork;

class GoBackNReceiverTest {

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "A packet comes again when its ACK was lost: acknowledge it again, with the number that you want now",
            notes = "reliable#duplicates")
    void what_comes_again_is_acknowledged_and_not_taken_again(
            @Subject(GoBackNReceiver.class) Receiver receiver, TestNetwork network) {
        byte[] first = network.bytes(4);
        byte[] second = network.bytes(3);
        receiver.start();

        receiver.receive(MadePackets.data(0, first));
        expectAck(1, receiver.receive(MadePackets.data(0, first)));
        expectAck(2, receiver.receive(MadePackets.data(1, second)));
        expectAck(2, receiver.receive(MadePackets.data(0, first)));
        expectAck(2, receiver.receive(MadePackets.data(1, second)));

        network.expectSame(joined(first, second), receiver.take());
        network.expectSame(new byte[0], receiver.take());
    }

    @LabTest(
            task = 2,
            points = 2,
            hint = "Deliver nothing of a packet before its turn; acknowledge with the number that is still missing",
            notes = "reliable#acknowledgements")
    void what_comes_too_early_waits_for_its_turn(
            @Subject(GoBackNReceiver.class) Receiver receiver, TestNetwork network) {
        byte[][] pieces = {network.bytes(4), network.bytes(3), network.bytes(5), network.bytes(2)};
        receiver.start();

        receiver.receive(MadePackets.data(0, pieces[0]));
        expectAck(1, receiver.receive(MadePackets.data(2, pieces[2])));
        expectAck(1, receiver.receive(MadePackets.end(4)));
        expectAck(1, receiver.receive(MadePackets.data(3, pieces[3])));
        network.expectSame(pieces[0], receiver.take());
        assertThat(receiver.ended()).isFalse();
        for (int number = 1; number <= 3; number++) {
            receiver.receive(MadePackets.data(number, pieces[number]));
        }
        expectAck(5, receiver.receive(MadePackets.end(4)));

        network.expectSame(joined(pieces[1], pieces[2], pieces[3]), receiver.take());
        assertThat(receiver.ended()).isTrue();
    }

    @LabTest(
            task = 2,
            points = 1,
            hint =
                    "Do not answer what you cannot read: a damaged packet may be anything. And nobody acknowledges an ACK",
            notes = "reliable#damage")
    void damaged_packets_and_acks_get_no_ack(@Subject(GoBackNReceiver.class) Receiver receiver, TestNetwork network) {
        byte[] piece = network.bytes(4);
        byte[] packet = MadePackets.data(0, piece);
        receiver.start();

        for (int bit = 3; bit < packet.length * 8; bit += 8) {
            assertThat(receiver.receive(MadePackets.damaged(packet, bit))).isEmpty();
        }
        assertThat(receiver.receive(new byte[0])).isEmpty();
        assertThat(receiver.receive(MadePackets.ack(0))).isEmpty();
        network.expectSame(new byte[0], receiver.take());
        expectAck(1, receiver.receive(packet));

        network.expectSame(piece, receiver.take());
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "The end comes again when its ACK was lost, and so may data before it; start forgets all of it",
            notes = "reliable#the-end")
    void what_comes_after_the_end_is_acknowledged_and_a_start_forgets_it(
            @Subject(GoBackNReceiver.class) Receiver receiver, TestNetwork network) {
        byte[] piece = network.bytes(4);
        receiver.start();
        receiver.receive(MadePackets.data(0, piece));

        expectAck(2, receiver.receive(MadePackets.end(1)));
        expectAck(2, receiver.receive(MadePackets.end(1)));
        expectAck(2, receiver.receive(MadePackets.data(0, piece)));
        network.expectSame(piece, receiver.take());
        assertThat(receiver.ended()).isTrue();
        receiver.receive(MadePackets.data(0, piece));
        network.expectSame(new byte[0], receiver.take());

        receiver.start();
        assertThat(receiver.ended()).isFalse();
        receiver.receive(MadePackets.data(0, piece));
        receiver.start();
        network.expectSame(new byte[0], receiver.take());
        expectAck(1, receiver.receive(MadePackets.end(0)));
        assertThat(receiver.ended()).isTrue();
    }

    @LabTest(
            task = 3,
            points = 2,
            hint = "After 255 the number that you want is 0 again, and a packet of the lap before is a repetition",
            notes = "reliable#numbers")
    void the_receivers_numbers_begin_again_after_255(
            @Subject(GoBackNReceiver.class) Receiver receiver, TestNetwork network) {
        byte[] data = network.bytes(520);
        receiver.start();

        for (int i = 0; i < data.length; i++) {
            expectAck((i + 1) % 256, receiver.receive(MadePackets.data(i % 256, new byte[] {data[i]})));
            if (i % 256 < 2 && i > 1) { // the two before it are on the other side of 0, or one is
                expectAck((i + 1) % 256, receiver.receive(MadePackets.data((i - 1) % 256, new byte[] {data[i - 1]})));
                expectAck((i + 1) % 256, receiver.receive(MadePackets.data((i - 2) % 256, new byte[] {data[i - 2]})));
            }
        }
        expectAck(9, receiver.receive(MadePackets.end(8)));

        network.expectSame(data, receiver.take());
    }

    private static void expectAck(int number, List<byte[]> answer) {
        assertThat(PacketNames.of(answer)).containsExactly("ACK " + number);
        assertThat(answer.get(0)).isEqualTo(MadePackets.ack(number));
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}

package portzero.reliable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.TestNetwork;

class PacketCodecTest {

    @LabTest(
            task = 1,
            points = 3,
            hint = "Bytes are signed in Java: a number of 200 and a length of 4,096 must come out as they went in",
            notes = "reliable#packets")
    void every_kind_number_and_length_is_written_and_read(
            @Subject(PacketCodec.class) Codec codec, TestNetwork network) {
        for (int length : new int[] {0, 1, 255, 256, Codec.MAX_PAYLOAD}) {
            expectBothWays(codec, Packet.Kind.DATA, 200, network.bytes(length), network);
        }
        for (int number : new int[] {0, 127, 128, 255}) {
            expectBothWays(codec, Packet.Kind.ACK, number, new byte[0], network);
            expectBothWays(codec, Packet.Kind.END, number, new byte[0], network);
        }
        network.expectArraysUntouched();
    }

    private static void expectBothWays(Codec codec, Packet.Kind kind, int number, byte[] payload, TestNetwork network) {
        byte[] packet = MadePackets.of(kind.code(), number, payload);
        network.expectSame(packet, codec.encode(new Packet(kind, number, payload)));
        Optional<Packet> read = codec.decode(packet);
        assertThat(read.map(Packet::kind)).contains(kind);
        assertThat(read.map(Packet::number)).contains(number);
        network.expectSame(payload, read.orElseThrow().payload());
    }

    @LabTest(
            task = 1,
            points = 3,
            hint = "The checksum is over header and payload: whichever bit is flipped, the packet is refused",
            notes = "reliable#damage")
    void a_flipped_bit_is_noticed_wherever_it_is(@Subject(PacketCodec.class) Codec codec, TestNetwork network) {
        byte[] packet = MadePackets.data(network.random().nextInt(256), network.bytes(5));

        for (int bit = 0; bit < packet.length * 8; bit++) {
            assertThat(codec.decode(MadePackets.damaged(packet, bit)))
                    .as("a packet whose bit %d of byte %d is flipped", bit % 8, bit / 8)
                    .isEmpty();
        }
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Look at the number of bytes before you read any of them, and compare the length field with what is there",
            notes = "reliable#damage")
    void what_has_another_length_than_it_says_is_no_packet(
            @Subject(PacketCodec.class) Codec codec, TestNetwork network) {
        byte[] packet = MadePackets.data(7, network.bytes(9));

        for (int length = 0; length < packet.length; length++) {
            assertThat(codec.decode(Arrays.copyOf(packet, length)))
                    .as("the first %d bytes of a packet", length)
                    .isEmpty();
        }
        for (int wrong : new int[] {0, 8, 10, 65_535}) {
            assertThat(codec.decode(MadePackets.of(MadePackets.DATA, 7, wrong, network.bytes(9))))
                    .as("a packet with 9 bytes of payload that says it has %d, with a checksum that is right", wrong)
                    .isEmpty();
        }
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "Right checksums do not make a packet: check the kind, and which payload it may have",
            notes = "reliable#damage")
    void what_the_format_does_not_know_is_no_packet(@Subject(PacketCodec.class) Codec codec, TestNetwork network) {
        for (int kind : new int[] {0, 4, 129, 255}) {
            assertThat(codec.decode(MadePackets.of(kind, 1, new byte[0])))
                    .as("a packet of kind %d", kind)
                    .isEmpty();
        }
        assertThat(codec.decode(MadePackets.of(MadePackets.ACK, 1, network.bytes(1))))
                .as("an ACK with a payload")
                .isEmpty();
        assertThat(codec.decode(MadePackets.of(MadePackets.END, 1, network.bytes(1))))
                .as("an END with a payload")
                .isEmpty();
        assertThat(codec.decode(MadePackets.data(1, network.bytes(Codec.MAX_PAYLOAD + 1))))
                .as("a payload that is too long")
                .isEmpty();
    }
}

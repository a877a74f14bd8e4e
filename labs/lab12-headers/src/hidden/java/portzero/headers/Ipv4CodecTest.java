package portzero.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import portzero.testkit.LabTest;
import portzero.testkit.LabTest.SymptomHint;
import portzero.testkit.Subject;
import portzero.testkit.Symptom;
import portzero.testkit.net.TestNetwork;

/** What else a reader and writer of IPv4 packets has to do. */
class Ipv4CodecTest {

    private static final String TOO_FAR =
            "You have read behind the last byte: compare the number of bytes with what you need before you read";

    private static final Ipv4Packet ALL_0 = new Ipv4Packet(
            0, 0, new Fragmentation(false, false, 0), 0, 0, new byte[4], new byte[4], new byte[0], new byte[0]);

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "A byte in Java is −128 to 127, and a field is not: take & 0xff, or toUnsignedInt, wherever a byte becomes a number",
            notes = "headers#unsigned")
    void fields_are_unsigned(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (Ipv4Packet packet : List.of(random.ipv4(0, 300 + 2 * random.bits(6)), random.ipv4(0, 40_000), ALL_0)) {
            FieldCheck.expectSame(packet, ipv4.parse(PacketWriter.ipv4(packet)));
        }
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "The lower half of the first byte is the length of the header in words of 4 bytes: the payload begins there",
            notes = "headers#ipv4-options")
    void options_make_the_header_longer(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (int length : new int[] {4 + 4 * network.random().nextInt(9), 40}) {
            Ipv4Packet packet = random.ipv4(length, 20);
            FieldCheck.expectSame(packet, ipv4.parse(PacketWriter.ipv4(packet)));
        }
        FieldCheck.expectSame(
                new Ipv4Packet(
                        0,
                        0x03ad,
                        new Fragmentation(true, false, 0),
                        64,
                        17,
                        new byte[] {(byte) 192, 0, 2, 1},
                        new byte[] {(byte) 192, 0, 2, 2},
                        Arrays.copyOfRange(Captures.DATAGRAMS.get(4), 20, 32),
                        Arrays.copyOfRange(Captures.DATAGRAMS.get(4), 32, 52)),
                ipv4.parse(Captures.DATAGRAMS.get(4)));
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "The total length says where the packet ends; the link may have put bytes behind it to fill up a short frame",
            notes = "headers#ipv4-lengths")
    void bytes_behind_the_total_length_are_no_payload(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (int payload : new int[] {0, 1 + random.bits(3)}) {
            Ipv4Packet packet = random.ipv4(0, payload);
            byte[] frame = PacketWriter.join(PacketWriter.ipv4(packet), network.bytes(46 - 20 - payload));
            FieldCheck.expectSame(packet, ipv4.parse(frame));
        }
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "Three bits of flags and 13 of the offset share a word; the first flag is reserved, and the offset counts 8 bytes each",
            notes = "headers#fragments")
    void reads_what_is_said_of_fragments(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        FieldCheck.expectSame(
                new Fragmentation(false, false, 1480),
                ipv4.parse(MoreCaptures.LATER_FRAGMENTS.get(0)).fragmentation());
        for (int units : new int[] {0x1fff, random.high(13), random.bits(8)}) {
            Fragmentation fragmentation = new Fragmentation(random.bits(1) == 1, random.bits(1) == 1, units * 8);
            byte[] bytes = PacketWriter.ipv4(with(fragmentation, random.ipv4(0, 16)));
            FieldCheck.expectSame(fragmentation, ipv4.parse(bytes).fragmentation());
            bytes[6] |= (byte) 0x80; // the reserved flag
            FieldCheck.expectSame(fragmentation, ipv4.parse(bytes).fragmentation());
        }
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "Three lengths have to agree, that of the header, that of the packet and the number of bytes, and the version comes first",
            notes = "headers#truncated",
            hints = @SymptomHint(symptom = Symptom.BUFFER_BOUNDS, hint = TOO_FAR))
    void refuses_lengths_that_contradict_each_other(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        byte[] packet = PacketWriter.ipv4(new RandomPackets(network).ipv4(12, 60));
        refuses(ipv4, packet, "the version is 6", bytes -> bytes.put(0, (byte) 0x68));
        refuses(ipv4, packet, "the version is 12", bytes -> bytes.put(0, (byte) 0xc8));
        refuses(ipv4, packet, "the header has 16 bytes", bytes -> bytes.put(0, (byte) 0x44));
        refuses(ipv4, packet, "the header has no bytes", bytes -> bytes.put(0, (byte) 0x40));
        refuses(ipv4, packet, "the packet is a byte shorter than its header", bytes -> bytes.putShort(2, (short) 31));
        refuses(ipv4, packet, "the packet has no bytes", bytes -> bytes.putShort(2, (short) 0));
        refuses(ipv4, packet, "the packet is a byte longer", bytes -> bytes.putShort(2, (short) (packet.length + 1)));
        refuses(ipv4, packet, "the packet has 65,535 bytes", bytes -> bytes.putShort(2, (short) 0xffff));
        FieldCheck.expectSame(
                new Fragmentation(false, false, 0),
                ipv4.parse(Arrays.copyOf(packet, packet.length + 1)).fragmentation());
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "Take the values out and leave the bytes as they are, and give each packet arrays of its own",
            notes = "headers#copies")
    void reading_changes_nothing(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        byte[] wrongChecksum = PacketWriter.ipv4(random.ipv4(4, 20));
        wrongChecksum[10] ^= 1;
        ipv4.parse(wrongChecksum);
        Ipv4Packet next = random.ipv4(8, 30);
        FieldCheck.expectSame(next, ipv4.parse(PacketWriter.ipv4(next)));

        network.expectArraysUntouched();
    }

    private static void refuses(Ipv4 ipv4, byte[] packet, String because, UnaryOperator<ByteBuffer> change) {
        byte[] changed = change.apply(ByteBuffer.wrap(packet.clone())).array();
        Refusal.expect(because, () -> ipv4.parse(changed));
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "Every field goes to its place, the high byte first, and the sum is made over all words of the header",
            notes = "headers#ipv4")
    void builds_packets_of_all_kinds(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (int i = 0; i < 4; i++) {
            Fragmentation fragmentation = new Fragmentation(i % 2 == 1, i > 1, 8 * random.high(13));
            Ipv4Packet packet = with(fragmentation, random.ipv4(4 * i, i * 333));
            network.expectSame(PacketWriter.ipv4(packet), ipv4.build(packet));
        }
        Ipv4Packet longest = random.ipv4(40, 65_535 - 60);
        network.expectSame(PacketWriter.ipv4(longest), ipv4.build(longest));
        network.expectSame(PacketWriter.ipv4(ALL_0), ipv4.build(ALL_0));
        Ipv4Packet open = identified(0, random.ipv4(0, 10));
        int sum = ByteBuffer.wrap(PacketWriter.ipv4(open)).getShort(10) & 0xffff;
        Ipv4Packet zero = identified(sum, open); // whose checksum is 0
        network.expectSame(PacketWriter.ipv4(zero), ipv4.build(zero));
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "The header is counted in words of 4 bytes: fill the options up with 0, and begin the payload behind them",
            notes = "headers#ipv4-options")
    void fills_options_up(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (int length : new int[] {1, 2, 3, 37, 39}) {
            Ipv4Packet packet = random.ipv4(length, 10);
            network.expectSame(PacketWriter.ipv4(packet), ipv4.build(packet));
        }
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "The checksum covers the header as long as it says it is, options included, and not a byte of the payload",
            notes = "headers#zeroed")
    void the_checksum_covers_the_header_and_nothing_else(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        byte[] packet = PacketWriter.ipv4(new RandomPackets(network).ipv4(8, 21));
        assertThat(ipv4.isIntact(packet)).as("a packet with options is intact").isTrue();
        byte[] other = packet.clone();
        other[28 + network.random().nextInt(21)] ^= 4;
        assertThat(ipv4.isIntact(other)).as("another payload: intact").isTrue();
        byte[] damaged = packet.clone();
        damaged[20 + network.random().nextInt(8)] ^= 4;
        assertThat(ipv4.isIntact(damaged)).as("another option: intact").isFalse();
        byte[] zeroed = ByteBuffer.wrap(packet.clone()).putShort(10, (short) 0).array();
        assertThat(ipv4.isIntact(zeroed)).as("0 for its checksum: intact").isFalse();
        byte[] padded = Arrays.copyOf(packet, packet.length + 5);
        assertThat(ipv4.isIntact(padded)).as("padding of the link: intact").isTrue();
        for (int length : new int[] {19, 27, 48}) {
            byte[] cut = Arrays.copyOf(packet, length);
            Refusal.expectTooShort(cut, () -> ipv4.isIntact(cut));
        }
        network.expectArraysUntouched();
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "A cast cuts off what does not fit without a word: compare each value with the range that the record gives it",
            notes = "headers#ranges")
    void refuses_to_build_what_does_not_fit(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        byte[] four = new byte[4];
        byte[] none = new byte[0];
        Fragmentation whole = new Fragmentation(false, false, 0);
        for (int wrong : new int[] {-1, 256}) {
            refuses(ipv4, "traffic class " + wrong, new Ipv4Packet(wrong, 0, whole, 0, 0, four, four, none, none));
            refuses(ipv4, "time to live " + wrong, new Ipv4Packet(0, 0, whole, wrong, 0, four, four, none, none));
            refuses(ipv4, "protocol " + wrong, new Ipv4Packet(0, 0, whole, 0, wrong, four, four, none, none));
        }
        for (int wrong : new int[] {-1, 65_536}) {
            refuses(ipv4, "identification " + wrong, new Ipv4Packet(0, wrong, whole, 0, 0, four, four, none, none));
        }
        for (int wrong : new int[] {-8, 4, 65_529, 65_536}) {
            Fragmentation offset = new Fragmentation(false, false, wrong);
            refuses(ipv4, "fragment offset " + wrong, new Ipv4Packet(0, 0, offset, 0, 0, four, four, none, none));
        }
        for (byte[] wrong : new byte[][] {none, new byte[3], new byte[5], new byte[16]}) {
            String because = "an address of " + wrong.length + " bytes";
            refuses(ipv4, because, new Ipv4Packet(0, 0, whole, 0, 0, wrong, four, none, none));
            refuses(ipv4, because, new Ipv4Packet(0, 0, whole, 0, 0, four, wrong, none, none));
        }
        refuses(ipv4, "41 bytes of options", new Ipv4Packet(0, 0, whole, 0, 0, four, four, new byte[41], none));
        byte[] tooLong = new byte[65_516];
        refuses(ipv4, "a packet of 65,536 bytes", new Ipv4Packet(0, 0, whole, 0, 0, four, four, none, tooLong));
        assertThat(ipv4.build(new Ipv4Packet(255, 65_535, whole, 255, 255, four, four, none, none)))
                .hasSize(20);
    }

    private static void refuses(Ipv4 ipv4, String because, Ipv4Packet packet) {
        Refusal.expect(because, () -> ipv4.build(packet));
    }

    private static Ipv4Packet identified(int identification, Ipv4Packet packet) {
        return new Ipv4Packet(
                packet.trafficClass(),
                identification,
                packet.fragmentation(),
                packet.timeToLive(),
                packet.protocol(),
                packet.source(),
                packet.destination(),
                packet.options(),
                packet.payload());
    }

    private static Ipv4Packet with(Fragmentation fragmentation, Ipv4Packet packet) {
        return new Ipv4Packet(
                packet.trafficClass(),
                packet.identification(),
                fragmentation,
                packet.timeToLive(),
                packet.protocol(),
                packet.source(),
                packet.destination(),
                packet.options(),
                packet.payload());
    }
}

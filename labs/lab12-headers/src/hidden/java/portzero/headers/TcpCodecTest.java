package portzero.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.LabTest.SymptomHint;
import portzero.testkit.Subject;
import portzero.testkit.Symptom;
import portzero.testkit.net.TestNetwork;

/** What else a reader and writer of TCP segments has to do. */
class TcpCodecTest {

    private static final byte[] ADDRESS = {10, 0, 0, 1};
    private static final TcpSegment ALL_0 = new TcpSegment(0, 0, 0, 0, List.of(), 0, 0, List.of(), new byte[0]);
    private static final TcpOption NOTHING = new TcpOption(1, new byte[0]);

    @LabTest(
            task = 5,
            points = 2,
            hint = "Sequence numbers have 32 bits and no sign: they need a long, and & 0xffffffffL on the way there",
            notes = "headers#unsigned")
    void numbers_are_unsigned(@Subject(TcpCodec.class) Tcp tcp, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (int i = 0; i < 3; i++) {
            TcpSegment segment = random.tcp(17 * i);
            FieldCheck.expectSame(segment, tcp.parse(PacketWriter.tcp(segment, ADDRESS, ADDRESS)));
        }
        FieldCheck.expectSame(ALL_0, tcp.parse(PacketWriter.tcp(ALL_0, ADDRESS, ADDRESS)));
        TcpSegment silent = with(List.of(), random.tcp(3)); // its numbers stand there, whatever they mean
        FieldCheck.expectSame(silent, tcp.parse(PacketWriter.tcp(silent, ADDRESS, ADDRESS)));
        network.expectArraysUntouched();
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "The upper half of byte 12 is the length of the header in words of 4 bytes; the lower half is no part of it",
            notes = "headers#data-offset")
    void data_begins_where_the_header_ends(@Subject(TcpCodec.class) Tcp tcp, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (int words : new int[] {0, 1 + network.random().nextInt(9), 10}) {
            TcpOption[] options = Collections.nCopies(4 * words, NOTHING).toArray(TcpOption[]::new);
            TcpSegment segment = random.tcp(1 + random.bits(6), options);
            byte[] bytes = PacketWriter.tcp(segment, ADDRESS, ADDRESS);
            FieldCheck.expectSame(segment, tcp.parse(bytes));
            bytes[12] |= (byte) (4 + network.random().nextInt(12)); // reserved bits
            FieldCheck.expectSame(segment, tcp.parse(bytes));
        }
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "FIN is the lowest bit of byte 13 and CWR its highest; the list that you return is in that order, too",
            notes = "headers#flags")
    void each_flag_has_its_bit(@Subject(TcpCodec.class) Tcp tcp, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        List<Integer> bits = new ArrayList<>(List.of(0, 1, 2, 4, 8, 16, 32, 64, 128, 255));
        bits.add(random.bits(8));
        for (int each : bits) {
            byte[] bytes = PacketWriter.tcp(with(RandomPackets.flags(each), random.tcp(3)), ADDRESS, ADDRESS);
            assertThat(tcp.parse(bytes).flags())
                    .as("flags of byte %02x", each)
                    .containsExactlyElementsOf(RandomPackets.flags(each));
            List<TcpFlag> mixed = new ArrayList<>(RandomPackets.flags(each));
            mixed.addAll(RandomPackets.flags(each));
            Collections.shuffle(mixed, network.random());
            assertThat(tcp.build(with(mixed, random.tcp(0)), ADDRESS, ADDRESS)[13] & 0xff)
                    .as("byte 13 for the flags %s", mixed)
                    .isEqualTo(each);
        }
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "Kinds 0 and 1 are one byte and have no length: 0 ends the list, whatever follows, and 1 is an option like others",
            notes = "headers#tcp-options")
    void the_list_of_options_ends_at_kind_0(@Subject(TcpCodec.class) Tcp tcp, TestNetwork network) {
        TcpOption scale = new TcpOption(3, new byte[] {7});
        TcpOption unknown = new TcpOption(0xfd, network.bytes(1));
        options(tcp, network, "00ffffff");
        options(tcp, network, "0101030307000001", NOTHING, NOTHING, scale);
        options(tcp, network, "0303070100fd0001", scale, NOTHING);
        options(tcp, network, "0402" + hex(unknown) + "030307", new TcpOption(4, new byte[0]), unknown, scale);
        byte[] most = network.bytes(38);
        options(tcp, network, "0828" + HexFormat.of().formatHex(most), new TcpOption(8, most));
    }

    private static void options(Tcp tcp, TestNetwork network, String header, TcpOption... expected) {
        TcpSegment segment = new RandomPackets(network).tcp(5, expected);
        byte[] bytes = PacketWriter.uncheckedTcp(segment, HexFormat.of().parseHex(header), 0);
        FieldCheck.expectSame(segment, tcp.parse(bytes));
    }

    private static String hex(TcpOption option) {
        return HexFormat.of().toHexDigits((byte) option.kind()) + "03"
                + HexFormat.of().formatHex(option.data());
    }

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "A length below 2 leads nowhere, and one beyond the header into the data: look at it before you follow it",
            notes = "headers#tcp-options",
            hints =
                    @SymptomHint(
                            symptom = Symptom.BUFFER_BOUNDS,
                            hint =
                                    "An option's length led out of the array: compare it with what is left of the header first"))
    void refuses_options_that_lead_nowhere(@Subject(TcpCodec.class) Tcp tcp, TestNetwork network) {
        for (String header : List.of("03000000", "03010000", "01010103", "02050000", "01010802", "0101fdff")) {
            byte[] bytes = PacketWriter.uncheckedTcp(
                    new RandomPackets(network).tcp(300), HexFormat.of().parseHex(header), 0);
            if (header.equals("01010802")) {
                FieldCheck.expectSame(
                        new TcpOption(8, new byte[0]),
                        tcp.parse(bytes).options().get(2));
            } else {
                Refusal.expect("its options are " + header, () -> tcp.parse(bytes));
            }
        }
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "Fill the header up to whole words, put the data behind it, and sum all of it behind the pseudo-header; TCP sends a 0 as it is",
            notes = "headers#pseudo-header")
    void builds_segments_that_are_intact(@Subject(TcpCodec.class) Tcp tcp, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (int payload : new int[] {0, 1, 600 + random.bits(9), 65_535 - 40}) {
            int length = payload % 2 == 0 ? 4 : 16;
            byte[] source = random.address(length);
            byte[] destination = random.address(length);
            TcpOption option = new TcpOption(random.high(8), network.bytes(random.bits(4)));
            TcpSegment segment = random.tcp(payload, NOTHING, option);
            byte[] expected = PacketWriter.tcp(segment, source, destination);
            network.expectSame(expected, tcp.build(segment, source, destination));
            assertThat(tcp.isIntact(expected, source, destination))
                    .as("it is intact")
                    .isTrue();
            byte[] damaged = expected.clone();
            damaged[network.random().nextInt(damaged.length)] ^= 16;
            assertThat(tcp.isIntact(damaged, source, destination))
                    .as("one bit is wrong: intact")
                    .isFalse();
        }
        network.expectSame(PacketWriter.tcp(ALL_0, ADDRESS, ADDRESS), tcp.build(ALL_0, ADDRESS, ADDRESS));
        zeroIsAChecksumLikeAnyOther(tcp, network);
        network.expectArraysUntouched();
    }

    private static void zeroIsAChecksumLikeAnyOther(Tcp tcp, TestNetwork network) {
        TcpSegment segment = new RandomPackets(network).tcp(10);
        ByteBuffer.wrap(segment.payload()).putShort(8, (short) 0);
        int open = ByteBuffer.wrap(PacketWriter.tcp(segment, ADDRESS, ADDRESS)).getShort(16);
        ByteBuffer.wrap(segment.payload()).putShort(8, (short) open);
        byte[] built = tcp.build(segment, ADDRESS, ADDRESS);
        assertThat(ByteBuffer.wrap(built).getShort(16)).as("checksum sent").isZero();
        assertThat(tcp.isIntact(built, ADDRESS, ADDRESS))
                .as("a 0 that fits the sum: intact")
                .isTrue();
        byte[] damaged = built.clone();
        damaged[0] ^= 1;
        assertThat(tcp.isIntact(damaged, ADDRESS, ADDRESS))
                .as("a 0 that does not: intact")
                .isFalse();
    }

    @LabTest(
            task = 5,
            points = 1,
            hint = "First there must be 20 bytes, then as many as the data offset says, and it says 20 at least",
            notes = "headers#truncated",
            hints =
                    @SymptomHint(
                            symptom = Symptom.BUFFER_BOUNDS,
                            hint =
                                    "You have read behind the last byte: compare the number of bytes with what you need before you read"))
    void refuses_segments_that_cannot_be(@Subject(TcpCodec.class) Tcp tcp, TestNetwork network) {
        byte[] segment = PacketWriter.tcp(
                new RandomPackets(network).tcp(0, new TcpOption(8, network.bytes(8))), ADDRESS, ADDRESS);
        for (int length = 0; length < segment.length; length++) {
            byte[] cut = Arrays.copyOf(segment, length);
            Refusal.expectTooShort(cut, () -> tcp.parse(cut));
            if (length < 20) {
                Refusal.expect("there are " + length + " bytes", () -> tcp.isIntact(cut, ADDRESS, ADDRESS));
            }
        }
        for (int words : new int[] {0, 4}) {
            byte[] wrong = segment.clone();
            wrong[12] = (byte) (words << 4);
            Refusal.expect("its data offset is " + 4 * words, () -> tcp.parse(wrong));
        }
        Refusal.expect("addresses of 4 and 16 bytes", () -> tcp.isIntact(segment, ADDRESS, new byte[16]));
        Refusal.expect(
                "addresses of 16 and 4 bytes",
                () -> tcp.build(new RandomPackets(network).tcp(0), new byte[16], ADDRESS));
    }

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "A cast cuts off what does not fit without a word: compare each value with the range that the record gives it",
            notes = "headers#ranges")
    void refuses_to_build_what_does_not_fit(@Subject(TcpCodec.class) Tcp tcp) {
        for (int wrong : new int[] {-1, 65_536}) {
            refuses(tcp, "source port " + wrong, segment(wrong, 1, 0, 0, 0, 0));
            refuses(tcp, "destination port " + wrong, segment(1, wrong, 0, 0, 0, 0));
            refuses(tcp, "window " + wrong, segment(1, 1, 0, 0, wrong, 0));
            refuses(tcp, "urgent pointer " + wrong, segment(1, 1, 0, 0, 0, wrong));
        }
        for (long wrong : new long[] {-1, 1L << 32}) {
            refuses(tcp, "sequence number " + wrong, segment(1, 1, wrong, 0, 0, 0));
            refuses(tcp, "acknowledgment number " + wrong, segment(1, 1, 0, wrong, 0, 0));
        }
        refuses(tcp, "an option of kind 0", segment(0, new TcpOption(0, new byte[0])));
        refuses(tcp, "an option of kind −1", segment(0, new TcpOption(-1, new byte[0])));
        refuses(tcp, "an option of kind 256", segment(0, new TcpOption(256, new byte[0])));
        refuses(tcp, "an option of kind 1 with data", segment(0, new TcpOption(1, new byte[1])));
        refuses(tcp, "41 bytes of options", segment(0, new TcpOption(9, new byte[39])));
        refuses(tcp, "41 bytes of options", segment(0, NOTHING, new TcpOption(9, new byte[38])));
        refuses(tcp, "a segment of 65,536 bytes", segment(65_516));
        assertThat(tcp.build(segment(0, new TcpOption(255, new byte[38])), ADDRESS, ADDRESS))
                .hasSize(60);
    }

    private static void refuses(Tcp tcp, String because, TcpSegment segment) {
        Refusal.expect(because, () -> tcp.build(segment, ADDRESS, ADDRESS));
    }

    private static TcpSegment segment(int payload, TcpOption... options) {
        return new TcpSegment(1, 1, 0, 0, List.of(), 0, 0, List.of(options), new byte[payload]);
    }

    private static TcpSegment segment(
            int source, int destination, long sequence, long acknowledgment, int window, int urgent) {
        return new TcpSegment(
                source,
                destination,
                sequence,
                acknowledgment,
                List.of(TcpFlag.ACK),
                window,
                urgent,
                List.of(),
                new byte[0]);
    }

    private static TcpSegment with(List<TcpFlag> flags, TcpSegment segment) {
        return new TcpSegment(
                segment.sourcePort(),
                segment.destinationPort(),
                segment.sequence(),
                segment.acknowledgment(),
                flags,
                segment.window(),
                segment.urgentPointer(),
                segment.options(),
                segment.payload());
    }
}

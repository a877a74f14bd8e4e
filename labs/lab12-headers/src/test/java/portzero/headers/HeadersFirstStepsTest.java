package portzero.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.LabTest.SymptomHint;
import portzero.testkit.Subject;
import portzero.testkit.Symptom;
import portzero.testkit.net.TestNetwork;

/** The tests that you can read. They go through the tasks in order; the others look closer at the same things. */
class HeadersFirstStepsTest {

    private static final byte[] CLIENT = {(byte) 192, 0, 2, 1};
    private static final byte[] SERVER = {(byte) 192, 0, 2, 2};
    private static final byte[] SYN = Captures.CONVERSATION.get(0);
    private static final int IPV4_HEADER = 20; // bytes, where there are no options

    @LabTest(
            task = 1,
            points = 3,
            hint =
                    "Two bytes are one word, the first of them its upper half; at the end every 0 becomes a 1 and every 1 a 0",
            notes = "headers#checksum")
    void sums_words_and_turns_the_bits(@Subject(InternetChecksum.class) Checksum checksum, TestNetwork network) {
        int one = network.random().nextInt(0x7000);
        int other = network.random().nextInt(0x7000);
        byte[] words = ByteBuffer.allocate(4)
                .putShort((short) one)
                .putShort((short) other)
                .array();

        assertThat(checksum.of(words)).as("checksum of two words").isEqualTo(0xffff - (one + other));
        assertThat(checksum.of(new byte[] {(byte) 0xff, (byte) 0xfe}))
                .as("checksum of ff fe")
                .isEqualTo(1);
        assertThat(checksum.of(Arrays.copyOf(SYN, IPV4_HEADER)))
                .as("checksum of a captured header that has its checksum in it")
                .isZero();
    }

    @LabTest(
            task = 2,
            points = 4,
            hint =
                    "The table in the notes says at which byte each field begins, and the order of the record says what is asked for",
            notes = "headers#ipv4")
    void reads_the_fields_of_a_captured_packet(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        byte[] packet = SYN.clone();
        int identification = network.random().nextInt(0x10000);
        int timeToLive = 1 + network.random().nextInt(127);
        byte[] source = network.bytes(4);
        ByteBuffer.wrap(packet)
                .putShort(4, (short) identification)
                .put(8, (byte) timeToLive)
                .put(12, source);

        Ipv4Packet read = ipv4.parse(packet);

        FieldCheck.expectSame(
                new Ipv4Packet(
                        0,
                        identification,
                        new Fragmentation(true, false, 0),
                        timeToLive,
                        6,
                        source,
                        SERVER,
                        new byte[0],
                        behindIpv4(SYN)),
                read);
    }

    @LabTest(
            task = 2,
            points = 3,
            hint =
                    "Compare the number of bytes with what you are going to read, first 20, then what the header says, and put the number into the message",
            notes = "headers#truncated",
            hints =
                    @SymptomHint(
                            symptom = Symptom.BUFFER_BOUNDS,
                            hint =
                                    "You have read behind the last byte: compare the number of bytes with what you need before you read"))
    void refuses_a_packet_that_was_cut_short(@Subject(Ipv4Codec.class) Ipv4 ipv4) {
        for (int length = 0; length < SYN.length; length += length < 24 ? 1 : 7) {
            byte[] cut = Arrays.copyOf(SYN, length);
            Refusal.expectTooShort(cut, () -> ipv4.parse(cut));
        }
    }

    @LabTest(
            task = 3,
            points = 3,
            hint = "Write the fields in their order, leave the checksum 0, sum the header, and put the result in",
            notes = "headers#zeroed")
    void builds_the_bytes_of_a_captured_packet(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        byte[] payload = network.bytes(SYN.length - IPV4_HEADER); // no part of the sum
        byte[] expected = SYN.clone();
        ByteBuffer.wrap(expected).put(IPV4_HEADER, payload);

        byte[] built = ipv4.build(new Ipv4Packet(
                0, 0x80f7, new Fragmentation(true, false, 0), 64, 6, CLIENT, SERVER, new byte[0], payload));

        network.expectSame(expected, built);
    }

    @LabTest(
            task = 3,
            points = 3,
            hint = "Sum the header as it came, its checksum included: what comes out says whether it is intact",
            notes = "headers#zeroed")
    void tells_an_intact_header_from_a_damaged_one(@Subject(Ipv4Codec.class) Ipv4 ipv4, TestNetwork network) {
        assertThat(ipv4.isIntact(SYN)).as("a captured packet is intact").isTrue();

        byte[] damaged = SYN.clone();
        damaged[4 + network.random().nextInt(16)] ^=
                (byte) (1 << network.random().nextInt(8));

        assertThat(ipv4.isIntact(damaged))
                .as("one bit in the header turned over: intact")
                .isFalse();
    }

    @LabTest(
            task = 4,
            points = 3,
            hint = "Two ports, the length, the checksum: two bytes each. The payload begins behind these eight",
            notes = "headers#udp")
    void reads_a_captured_datagram(@Subject(UdpCodec.class) Udp udp, TestNetwork network) {
        byte[] payload = network.bytes(4);
        byte[] datagram = behindIpv4(Captures.DATAGRAMS.get(0));
        int port = 1 + network.random().nextInt(0x7000);
        ByteBuffer.wrap(datagram).putShort(2, (short) port).put(8, payload);

        FieldCheck.expectSame(new UdpDatagram(40_303, port, payload), udp.parse(datagram));
    }

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "Before the segment come both addresses, a byte 0, the protocol, and the length of the segment: 12 bytes",
            notes = "headers#pseudo-header")
    void sums_a_pseudo_header_before_a_captured_datagram(@Subject(InternetChecksum.class) Checksum checksum) {
        byte[] datagram = behindIpv4(Captures.DATAGRAMS.get(0));

        assertThat(checksum.ofTransport(CLIENT, SERVER, 17, datagram))
                .as("checksum of a captured datagram with its checksum in it")
                .isZero();
        ByteBuffer.wrap(datagram).putShort(6, (short) 0);
        assertThat(checksum.ofTransport(CLIENT, SERVER, 17, datagram))
                .as("checksum of the same datagram with 0 in its place")
                .isEqualTo(0xf81d);
    }

    @LabTest(
            task = 5,
            points = 4,
            hint =
                    "The fields stand in the order of the record; behind the 20 bytes of the fixed header come the options, each with its length",
            notes = "headers#tcp")
    void reads_a_captured_syn(@Subject(TcpCodec.class) Tcp tcp, TestNetwork network) {
        byte[] segment = behindIpv4(SYN);
        int port = 1 + network.random().nextInt(0x7000);
        int sequence = network.random().nextInt(1 << 30);
        ByteBuffer.wrap(segment).putShort(0, (short) port).putInt(4, sequence);

        FieldCheck.expectSame(
                new TcpSegment(
                        port, 7007, sequence, 0, List.of(TcpFlag.SYN), 64_240, 0, optionsOfTheSyn(), new byte[0]),
                tcp.parse(segment));
    }

    private static List<TcpOption> optionsOfTheSyn() {
        byte[] none = {};
        byte[] largest = {0x05, (byte) 0xb4}; // 1,460 bytes
        byte[] stamps = Arrays.copyOfRange(SYN, 48, 56);
        return List.of(
                new TcpOption(2, largest),
                new TcpOption(4, none),
                new TcpOption(8, stamps),
                new TcpOption(1, none),
                new TcpOption(3, new byte[] {10}));
    }

    @LabTest(
            task = 5,
            points = 3,
            hint =
                    "The checksum is that of the pseudo-header and the whole segment, with 0 where the checksum is to go",
            notes = "headers#pseudo-header")
    void builds_the_bytes_of_a_captured_segment(@Subject(TcpCodec.class) Tcp tcp, TestNetwork network) {
        byte[] expected = behindIpv4(SYN);

        byte[] built = tcp.build(
                new TcpSegment(
                        0x97a6, 7007, 0x401db3c9L, 0, List.of(TcpFlag.SYN), 64_240, 0, optionsOfTheSyn(), new byte[0]),
                CLIENT,
                SERVER);

        network.expectSame(expected, built);
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "Version, traffic class and flow label share the first four bytes; the addresses are 16 bytes each",
            notes = "headers#ipv6")
    void reads_a_captured_packet_of_ipv6(@Subject(Ipv6Codec.class) Ipv6 ipv6, TestNetwork network) {
        byte[] packet = Captures.DATAGRAMS_OF_IPV6.get(0).clone();
        int flowLabel = network.random().nextInt(1 << 16, 1 << 20); // more than 16 bits of its 20
        byte[] source = network.bytes(16);
        byte[] payload = network.bytes(11);
        ByteBuffer.wrap(packet).putInt(0, 6 << 28 | flowLabel).put(8, source).put(40, payload);

        FieldCheck.expectSame(
                new Ipv6Packet(0, flowLabel, 64, source, Arrays.copyOfRange(packet, 24, 40), List.of(), 17, payload),
                ipv6.parse(packet));
    }

    @LabTest(
            task = 7,
            points = 3,
            hint =
                    "The first SYN says who is the client and where its numbers begin; subtract the number that each side began with",
            notes = "headers#conversation")
    void tells_a_captured_conversation(@Subject(TcpAnalyzer.class) Analyzer analyzer) {
        TcpConnection connection = analyzer.analyze(Captures.CONVERSATION);

        FieldCheck.expectSame(
                new TcpConnection(
                        List.of(
                                client(SegmentKind.SYN, 0, 0, 0),
                                server(SegmentKind.SYN_ACK, 0, 1, 0),
                                client(SegmentKind.ACK, 1, 1, 0),
                                client(SegmentKind.DATA, 1, 1, 6),
                                server(SegmentKind.ACK, 1, 7, 0),
                                server(SegmentKind.DATA, 1, 7, 15),
                                client(SegmentKind.ACK, 7, 16, 0),
                                client(SegmentKind.FIN, 7, 16, 0),
                                server(SegmentKind.ACK, 16, 8, 0),
                                server(SegmentKind.FIN, 16, 8, 0),
                                client(SegmentKind.ACK, 8, 17, 0)),
                        Ending.CLOSED),
                connection);
    }

    private static SegmentSummary client(SegmentKind kind, long sequence, long acknowledgment, int length) {
        return new SegmentSummary(Side.CLIENT, kind, sequence, acknowledgment, length);
    }

    private static SegmentSummary server(SegmentKind kind, long sequence, long acknowledgment, int length) {
        return new SegmentSummary(Side.SERVER, kind, sequence, acknowledgment, length);
    }

    /** What an IPv4 packet without options carries. */
    private static byte[] behindIpv4(byte[] packet) {
        return Arrays.copyOfRange(packet, IPV4_HEADER, packet.length);
    }
}

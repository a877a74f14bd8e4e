package portzero.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.LabTest.SymptomHint;
import portzero.testkit.Subject;
import portzero.testkit.Symptom;
import portzero.testkit.net.TestNetwork;

/** What else a reader and writer of IPv6 packets has to do. */
class Ipv6CodecTest {

    private static final String TOO_FAR =
            "You have read behind the last byte: compare the number of bytes with what you need before you read";

    private static final Ipv6Packet ALL_0 =
            new Ipv6Packet(0, 0, 0, new byte[16], new byte[16], List.of(), 59, new byte[0]);

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "The payload length does not count the fixed header, and bytes behind it belong to the link; no field has a sign",
            notes = "headers#ipv6")
    void fields_are_unsigned_and_end_where_they_say(@Subject(Ipv6Codec.class) Ipv6 ipv6, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (int payload : new int[] {0, 3, 40_000}) {
            Ipv6Packet packet = random.ipv6(random.high(8), payload);
            FieldCheck.expectSame(
                    packet, ipv6.parse(PacketWriter.join(PacketWriter.ipv6(packet), network.bytes(random.bits(3)))));
        }
        FieldCheck.expectSame(ALL_0, ipv6.parse(PacketWriter.ipv6(ALL_0)));
        network.expectArraysUntouched();
    }

    @LabTest(
            task = 6,
            points = 2,
            hint =
                    "Go from header to header: the first byte of each says what the next one is, the second how many times 8 bytes follow its first 8",
            notes = "headers#extension-headers")
    void follows_the_chain_of_headers(@Subject(Ipv6Codec.class) Ipv6 ipv6, TestNetwork network) {
        byte[] two = Captures.DATAGRAMS_OF_IPV6.get(3);
        Ipv6Packet captured = ipv6.parse(two);
        assertThat(captured.protocol()).as("protocol of a captured packet").isEqualTo(17);
        FieldCheck.expectSame(
                new ExtensionHeader(0, Arrays.copyOfRange(two, 42, 48)),
                captured.extensions().get(0));

        RandomPackets random = new RandomPackets(network);
        for (Ipv6Packet packet : List.of(
                random.ipv6(6, 9, extension(network, 0, 6), extension(network, 60, 14), extension(network, 43, 22)),
                random.ipv6(17, 0, extension(network, 60, 2046 - 8 * random.bits(4)), extension(network, 60, 6)),
                random.ipv6(59, 4, extension(network, 43, 6), fragment(network, 0), extension(network, 60, 6)),
                random.ipv6(
                        17,
                        8,
                        Collections.nCopies(20, extension(network, 60, 6)).toArray(ExtensionHeader[]::new)),
                random.ipv6(51, 16))) {
            byte[] bytes = PacketWriter.ipv6(packet);
            FieldCheck.expectSame(packet, ipv6.parse(bytes));
        }
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "A fragment header has 8 bytes, whatever its second one is; behind one with an offset comes the middle of a payload, and no header",
            notes = "headers#fragments")
    void behind_a_later_fragment_there_is_no_header(@Subject(Ipv6Codec.class) Ipv6 ipv6, TestNetwork network) {
        Ipv6Packet captured = ipv6.parse(MoreCaptures.LATER_FRAGMENTS.get(1));
        assertThat(captured.protocol()).isEqualTo(17);
        assertThat(captured.payload()).hasSize(352);

        RandomPackets random = new RandomPackets(network);
        for (int next : new int[] {60, 44, 0, 6}) {
            for (int offset : new int[] {1, random.high(13)}) {
                Ipv6Packet packet = random.ipv6(next, 40, extension(network, 0, 6), fragment(network, offset));
                byte[] bytes = PacketWriter.ipv6(packet);
                bytes[49] = (byte) random.high(8); // reserved in a fragment header
                FieldCheck.expectSame(packet, ipv6.parse(bytes));
            }
        }
    }

    @LabTest(
            task = 6,
            points = 2,
            hint =
                    "Each header names the one behind it and the last one the protocol; the payload length counts them all but the fixed one",
            notes = "headers#extension-headers")
    void builds_the_chain_of_headers(@Subject(Ipv6Codec.class) Ipv6 ipv6, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (Ipv6Packet packet : List.of(
                ALL_0,
                random.ipv6(random.high(8), 7),
                random.ipv6(6, 9, extension(network, 0, 14), extension(network, 43, 6), fragment(network, 3)),
                random.ipv6(17, 30, extension(network, 60, 2046), extension(network, 60, 6)),
                random.ipv6(17, 65_535 - 8, extension(network, 60, 6)))) {
            network.expectSame(PacketWriter.ipv6(packet), ipv6.build(packet));
        }
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "Every length has to be looked at before it is followed, and every value before it is cut to its field",
            notes = "headers#truncated",
            hints = @SymptomHint(symptom = Symptom.BUFFER_BOUNDS, hint = TOO_FAR))
    void refuses_packets_that_cannot_be(@Subject(Ipv6Codec.class) Ipv6 ipv6, TestNetwork network) {
        byte[] packet = PacketWriter.ipv6(new RandomPackets(network).ipv6(17, 0, extension(network, 60, 14)));
        for (int length = 0; length < packet.length; length++) {
            byte[] cut = Arrays.copyOf(packet, length);
            Refusal.expectTooShort(cut, () -> ipv6.parse(cut));
        }
        for (int version : new int[] {4, 14}) {
            byte[] wrong = packet.clone();
            wrong[0] = (byte) (version << 4);
            Refusal.expect("its version is " + version, () -> ipv6.parse(wrong));
        }
        for (int payloadLength : new int[] {1, 7, 8, 15}) {
            byte[] wrong = ByteBuffer.wrap(packet.clone())
                    .putShort(4, (short) payloadLength)
                    .array();
            Refusal.expect(
                    "an extension header of 16 bytes leads out of a payload of " + payloadLength,
                    () -> ipv6.parse(wrong));
        }
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "A cast cuts off what does not fit without a word: compare each value with the range that the record gives it",
            notes = "headers#ranges")
    void refuses_to_build_what_does_not_fit(@Subject(Ipv6Codec.class) Ipv6 ipv6, TestNetwork network) {
        byte[] address = new byte[16];
        for (int wrong : new int[] {-1, 256}) {
            refuses(ipv6, "traffic class " + wrong, packet(wrong, 0, 0, address, address, 17));
            refuses(ipv6, "hop limit " + wrong, packet(0, 0, wrong, address, address, 17));
            refuses(ipv6, "protocol " + wrong, packet(0, 0, 0, address, address, wrong));
        }
        for (int wrong : new int[] {-1, 1 << 20}) {
            refuses(ipv6, "flow label " + wrong, packet(0, wrong, 0, address, address, 17));
        }
        for (byte[] wrong : new byte[][] {new byte[4], new byte[15], new byte[17]}) {
            refuses(ipv6, "an address of " + wrong.length + " bytes", packet(0, 0, 0, wrong, address, 17));
            refuses(ipv6, "an address of " + wrong.length + " bytes", packet(0, 0, 0, address, wrong, 17));
        }
        RandomPackets random = new RandomPackets(network);
        for (int type : new int[] {-1, 6, 51, 59, 61, 256, 300}) {
            refuses(ipv6, "an extension header of type " + type, random.ipv6(17, 1, extension(network, type, 6)));
        }
        for (int length : new int[] {0, 5, 7, 8, 2047, 2054}) {
            refuses(ipv6, "a body of " + length + " bytes", random.ipv6(17, 1, extension(network, 60, length)));
        }
        refuses(ipv6, "a fragment header of 16 bytes", random.ipv6(17, 1, extension(network, 44, 14)));
        refuses(ipv6, "a payload of 65,536 bytes", random.ipv6(17, 65_536));
        refuses(ipv6, "65,536 bytes with an extension", random.ipv6(17, 65_528, extension(network, 60, 6)));
        assertThat(ipv6.build(packet(255, 0xf_ffff, 255, address, address, 255)))
                .hasSize(40);
    }

    private static void refuses(Ipv6 ipv6, String because, Ipv6Packet packet) {
        Refusal.expect(because, () -> ipv6.build(packet));
    }

    private static Ipv6Packet packet(
            int trafficClass, int flowLabel, int hopLimit, byte[] source, byte[] destination, int protocol) {
        return new Ipv6Packet(trafficClass, flowLabel, hopLimit, source, destination, List.of(), protocol, new byte[0]);
    }

    private static ExtensionHeader extension(TestNetwork network, int type, int length) {
        return new ExtensionHeader(type, network.bytes(length));
    }

    /** A fragment header with this offset, in units of 8 bytes. */
    private static ExtensionHeader fragment(TestNetwork network, int offset) {
        byte[] body = network.bytes(6);
        int more = offset == 0 ? 1 : network.random().nextInt(2);
        ByteBuffer.wrap(body).putShort(0, (short) (offset << 3 | more));
        return new ExtensionHeader(44, body);
    }
}

package portzero.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import portzero.testkit.LabTest;
import portzero.testkit.LabTest.SymptomHint;
import portzero.testkit.Subject;
import portzero.testkit.Symptom;
import portzero.testkit.net.TestNetwork;

/** What else there is to datagrams and to the pseudo-header. */
class UdpCodecTest {

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "Over IPv6 the addresses have 16 bytes each, the length 4, and three bytes 0 come before the protocol",
            notes = "headers#pseudo-header")
    void the_pseudo_header_follows_the_version_of_ip(
            @Subject(InternetChecksum.class) Checksum checksum, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (int length : new int[] {4, 16}) {
            byte[] source = random.address(length);
            byte[] destination = random.address(length);
            for (int size : new int[] {0, 33, 0x1234 + random.bits(8), 65_535}) {
                byte[] segment = random.payload(size);
                int protocol = random.high(8);
                assertThat(checksum.ofTransport(source, destination, protocol, segment))
                        .as("checksum of %d bytes between addresses of %d", size, length)
                        .isEqualTo(PacketWriter.checksum(
                                PacketWriter.pseudoHeader(source, destination, protocol, size), segment));
            }
        }
        network.expectArraysUntouched();
    }

    @LabTest(
            task = 4,
            points = 1,
            hint = "Two addresses of 4 bytes or two of 16: with any others there is no pseudo-header",
            notes = "headers#pseudo-header")
    void refuses_addresses_of_different_versions(
            @Subject(InternetChecksum.class) Checksum checksum, @Subject(UdpCodec.class) Udp udp, TestNetwork network) {
        byte[] payload = network.bytes(10);
        byte[] datagram = PacketWriter.udp(new UdpDatagram(7, 8, payload), new byte[4], new byte[4]);
        for (int[] lengths : new int[][] {{4, 16}, {16, 4}, {0, 0}, {6, 6}, {20, 20}, {4, 5}}) {
            byte[] source = new byte[lengths[0]];
            byte[] destination = new byte[lengths[1]];
            String because = "addresses of " + lengths[0] + " and " + lengths[1] + " bytes";
            Refusal.expect(because, () -> checksum.ofTransport(source, destination, 17, payload));
            Refusal.expect(because, () -> udp.build(new UdpDatagram(7, 8, payload), source, destination));
            Refusal.expect(because, () -> udp.isIntact(datagram, source, destination));
        }
    }

    @LabTest(
            task = 4,
            points = 2,
            hint = "The length counts the header, too, and the checksum is made when it is in its place",
            notes = "headers#udp")
    void builds_datagrams_that_are_intact(@Subject(UdpCodec.class) Udp udp, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (int payload : new int[] {0, 1, 2, 255 + random.bits(9), 65_527}) {
            int length = payload % 2 == 0 ? 4 : 16;
            byte[] source = random.address(length);
            byte[] destination = random.address(length);
            UdpDatagram datagram = random.udp(payload);
            byte[] expected = PacketWriter.udp(datagram, source, destination);
            network.expectSame(expected, udp.build(datagram, source, destination));
            FieldCheck.expectSame(datagram, udp.parse(expected));
            assertThat(udp.isIntact(expected, source, destination))
                    .as("it is intact")
                    .isTrue();
            byte[] damaged = expected.clone();
            damaged[random.bits(2)] ^= 16; // in one of the ports
            assertThat(udp.isIntact(damaged, source, destination))
                    .as("one bit is wrong: intact")
                    .isFalse();
        }
        UdpDatagram nothing = new UdpDatagram(0, 0, new byte[0]);
        byte[] expected = PacketWriter.udp(nothing, new byte[4], new byte[4]);
        network.expectSame(expected, udp.build(nothing, new byte[4], new byte[4]));
        FieldCheck.expectSame(nothing, udp.parse(expected));
        network.expectArraysUntouched();
    }

    @LabTest(
            task = 4,
            points = 2,
            hint = "A checksum of 0 says that there is none; where the sum happens to give 0, send its twin, all ones",
            notes = "headers#udp-zero")
    void a_checksum_that_comes_out_as_0_is_sent_as_all_ones(@Subject(UdpCodec.class) Udp udp, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        for (int length : new int[] {4, 16}) {
            byte[] source = random.address(length);
            byte[] destination = random.address(length);
            byte[] payload = network.bytes(20);
            ByteBuffer.wrap(payload).putShort(18, (short) 0);
            int open = ByteBuffer.wrap(PacketWriter.udp(new UdpDatagram(7, 8, payload), source, destination))
                    .getShort(6);
            ByteBuffer.wrap(payload).putShort(18, (short) open); // now the sum is all ones
            byte[] built = udp.build(new UdpDatagram(7, 8, payload), source, destination);
            assertThat(ByteBuffer.wrap(built).getShort(6) & 0xffff)
                    .as("checksum sent")
                    .isEqualTo(0xffff);
            assertThat(udp.isIntact(built, source, destination))
                    .as("it is intact")
                    .isTrue();
        }
    }

    @LabTest(
            task = 4,
            points = 2,
            hint =
                    "IPv4 lets a sender of UDP do without a checksum, and puts 0 there; IPv6 does not, for it has none of its own",
            notes = "headers#udp-zero")
    void no_checksum_is_right_over_ipv4_only(@Subject(UdpCodec.class) Udp udp, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        byte[] captured = Captures.DATAGRAMS.get(3);
        assertThat(udp.isIntact(
                        Arrays.copyOfRange(captured, 20, captured.length), random.address(4), random.address(4)))
                .as("a captured datagram without a checksum is intact over IPv4")
                .isTrue();
        byte[] unchecked = PacketWriter.uncheckedUdp(random.udp(11), 0);
        assertThat(udp.isIntact(unchecked, random.address(16), random.address(16)))
                .as("no checksum over IPv6: intact")
                .isFalse();
        byte[] source = random.address(16);
        byte[] destination = random.address(16);
        byte[] payload = network.bytes(6);
        ByteBuffer.wrap(payload).putShort(4, (short) 0);
        int open = ByteBuffer.wrap(PacketWriter.udp(new UdpDatagram(7, 8, payload), source, destination))
                .getShort(6);
        ByteBuffer.wrap(payload).putShort(4, (short) open);
        assertThat(udp.isIntact(PacketWriter.uncheckedUdp(new UdpDatagram(7, 8, payload), 0), source, destination))
                .as("a 0 that fits the sum, over IPv6: intact")
                .isFalse();
    }

    @LabTest(
            task = 4,
            points = 1,
            hint =
                    "The datagram ends where its own length says, and so does what is summed, in the pseudo-header as well",
            notes = "headers#udp")
    void ends_where_its_length_says(@Subject(UdpCodec.class) Udp udp, TestNetwork network) {
        RandomPackets random = new RandomPackets(network);
        UdpDatagram datagram = random.udp(8 + 2 * random.bits(4));
        byte[] source = random.address(4);
        byte[] destination = random.address(4);
        byte[] bytes = PacketWriter.join(PacketWriter.udp(datagram, source, destination), network.bytes(9));

        FieldCheck.expectSame(datagram, udp.parse(bytes));
        assertThat(udp.isIntact(bytes, source, destination)).as("it is intact").isTrue();
    }

    @LabTest(
            task = 4,
            points = 1,
            hint =
                    "Compare the length with 8, which is the least, and with the number of bytes, and ports and payload with 16 bits",
            notes = "headers#truncated",
            hints =
                    @SymptomHint(
                            symptom = Symptom.BUFFER_BOUNDS,
                            hint =
                                    "You have read behind the last byte: compare the number of bytes with what you need before you read"))
    void refuses_datagrams_that_cannot_be(@Subject(UdpCodec.class) Udp udp, TestNetwork network) {
        byte[] address = new byte[4];
        byte[] datagram = PacketWriter.udp(new RandomPackets(network).udp(10), address, address);
        for (int length = 0; length < datagram.length; length++) {
            byte[] cut = Arrays.copyOf(datagram, length);
            Refusal.expectTooShort(cut, () -> udp.parse(cut));
            Refusal.expectTooShort(cut, () -> udp.isIntact(cut, address, address));
        }
        for (int length : new int[] {0, 7, 19, 0xffff}) {
            byte[] wrong = ByteBuffer.wrap(datagram.clone())
                    .putShort(4, (short) length)
                    .array();
            Refusal.expect("its length is " + length, () -> udp.parse(wrong));
            Refusal.expect("its length is " + length, () -> udp.isIntact(wrong, address, address));
        }
        byte[] none = new byte[0];
        for (int port : new int[] {-1, 65_536}) {
            Refusal.expect("port " + port, () -> udp.build(new UdpDatagram(port, 1, none), address, address));
            Refusal.expect("port " + port, () -> udp.build(new UdpDatagram(1, port, none), address, address));
        }
        UdpDatagram tooLong = new UdpDatagram(1, 1, new byte[65_528]);
        Refusal.expect("a payload of 65,528 bytes", () -> udp.build(tooLong, address, address));
    }
}

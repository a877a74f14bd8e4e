package portzero.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.headers.ExtensionHeader;
import portzero.headers.Fragmentation;
import portzero.headers.Ipv4Codec;
import portzero.headers.Ipv4Packet;
import portzero.headers.Ipv6Codec;
import portzero.headers.Ipv6Packet;
import portzero.headers.SegmentSummary;
import portzero.headers.TcpAnalyzer;
import portzero.headers.TcpCodec;
import portzero.headers.TcpFlag;
import portzero.headers.TcpOption;
import portzero.headers.TcpSegment;
import portzero.headers.UdpCodec;
import portzero.headers.UdpDatagram;

/** Lab 12: what the solution reads and writes, beside what tshark reads. */
@Timeout(120)
class HeadersInteropTest {

    private static final Path LAB = Path.of("../../labs/lab12-headers");
    private static final Pattern DIGITS = Pattern.compile("\"([0-9a-f]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"conversation", "conversation6", "last-words", "abort", "datagrams"})
    void every_field_is_what_tshark_reads(String name) throws Exception {
        Tool.TSHARK.check();
        compare(capture(name), CaptureFile.read(capture(name)));
    }

    private static Path capture(String name) {
        return LAB.resolve("captures").resolve(name + ".pcap");
    }

    private static void compare(Path file, List<byte[]> packets) throws Exception {
        List<Map<String, String>> read = Tshark.read(file, HeaderFields.NAMES);
        assertThat(read).hasSameSizeAs(packets);
        for (int i = 0; i < packets.size(); i++) {
            assertThat(HeaderFields.of(packets.get(i)))
                    .as("packet %d of %s", i + 1, file.getFileName())
                    .isEqualTo(comparable(read.get(i)));
        }
    }

    /** Of a first fragment tshark shows what it has of the datagram, and it cannot check its sum. */
    private static Map<String, String> comparable(Map<String, String> fields) {
        if (fields.getOrDefault("ip.flags.mf", "0").equals("1") || fields.containsKey("ipv6.fraghdr.nxt")) {
            fields.keySet().removeIf(name -> name.startsWith("udp."));
        }
        return fields;
    }

    @Test
    void tshark_reads_what_is_built_and_finds_its_checksums_good(@TempDir Path folder) throws Exception {
        Tool.TSHARK.check();
        Random random = new Random(12);
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            packets.add(i % 2 == 0 ? ipv4(random, i % 4 == 0) : ipv6(random, i % 4 == 1));
        }
        Path file = folder.resolve("built.pcap");
        CaptureFile.write(file, packets);
        compare(file, packets);
        assertThat(Tshark.read(file, List.of("tcp.checksum.status", "udp.checksum.status")))
                .allSatisfy(fields -> assertThat(fields.values()).containsOnly("1"));
    }

    private static byte[] ipv4(Random random, boolean tcp) {
        byte[] source = {(byte) 198, 51, 100, (byte) random.nextInt(256)};
        byte[] destination = {(byte) 203, 0, 113, (byte) random.nextInt(256)};
        byte[] options = new byte[random.nextInt(41)];
        Arrays.fill(options, (byte) 1); // those that do nothing
        return new Ipv4Codec()
                .build(new Ipv4Packet(
                        random.nextInt(256),
                        random.nextInt(65_536),
                        new Fragmentation(random.nextBoolean(), false, 0),
                        1 + random.nextInt(255),
                        tcp ? 6 : 17,
                        source,
                        destination,
                        options,
                        transport(random, tcp, source, destination)));
    }

    private static byte[] ipv6(Random random, boolean tcp) {
        byte[] source = address(random);
        byte[] destination = address(random);
        byte[] padding = {1, 4, 0, 0, 0, 0}; // an option that does nothing
        return new Ipv6Codec()
                .build(new Ipv6Packet(
                        random.nextInt(256),
                        random.nextInt(1 << 20),
                        1 + random.nextInt(255),
                        source,
                        destination,
                        random.nextBoolean()
                                ? List.of()
                                : List.of(new ExtensionHeader(0, padding), new ExtensionHeader(60, padding)),
                        tcp ? 6 : 17,
                        transport(random, tcp, source, destination)));
    }

    private static byte[] address(Random random) {
        byte[] address = HexFormat.of().parseHex("20010db8000000000000000000000001");
        address[15] = (byte) (1 + random.nextInt(255));
        return address;
    }

    private static byte[] transport(Random random, boolean tcp, byte[] source, byte[] destination) {
        byte[] payload = new byte[1 + random.nextInt(300)];
        random.nextBytes(payload);
        int port = 40_000 + random.nextInt(1000); // of no protocol that tshark would look for in the payload
        if (!tcp) {
            return new UdpCodec().build(new UdpDatagram(port, port + 2000, payload), source, destination);
        }
        TcpSegment segment = new TcpSegment(
                port,
                port + 2000,
                random.nextInt() & 0xffff_ffffL,
                random.nextInt() & 0xffff_ffffL,
                List.of(TcpFlag.PSH, TcpFlag.ACK),
                random.nextInt(65_536),
                0,
                List.of(
                        new TcpOption(1, new byte[0]),
                        new TcpOption(2, new byte[] {5, (byte) 180}),
                        new TcpOption(8, new byte[8])),
                payload);
        return new TcpCodec().build(segment, source, destination);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation", "conversation6", "last-words", "abort"})
    void numbers_of_a_conversation_are_those_that_tshark_counts(String name) throws Exception {
        Tool.TSHARK.check();
        List<String> told = new ArrayList<>();
        for (SegmentSummary each :
                new TcpAnalyzer().analyze(CaptureFile.read(capture(name))).segments()) {
            told.add(each.sequence() + " " + each.acknowledgment() + " " + each.length());
        }
        List<String> counted = new ArrayList<>();
        for (Map<String, String> each : Tshark.read(capture(name), List.of("tcp.seq", "tcp.ack", "tcp.len"))) {
            counted.add(String.join(" ", List.of(each.get("tcp.seq"), each.get("tcp.ack"), each.get("tcp.len"))));
        }
        assertThat(told).isEqualTo(counted);
    }

    @Test
    void packets_in_the_tests_are_those_of_the_captures() throws IOException {
        List<String> captured = new ArrayList<>();
        for (String name : List.of("conversation", "conversation6", "last-words", "abort", "datagrams")) {
            CaptureFile.read(capture(name))
                    .forEach(packet -> captured.add(HexFormat.of().formatHex(packet)));
        }
        List<String> written = new ArrayList<>(packets("src/test/java/portzero/headers/Captures.java"));
        written.addAll(packets("src/hidden/java/portzero/headers/MoreCaptures.java"));

        assertThat(written).hasSize(48).isSubsetOf(captured);
    }

    /** The packets in a class of the tests; their text goes over several lines. */
    private static List<String> packets(String file) throws IOException {
        String joined = Files.readString(LAB.resolve(file)).replaceAll("\"\\s*\\+ \"", "");
        return DIGITS.matcher(joined).results().map(found -> found.group(1)).toList();
    }
}

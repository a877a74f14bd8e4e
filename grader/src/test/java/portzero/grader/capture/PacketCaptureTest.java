package portzero.grader.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import portzero.testkit.trace.UnmetExpectationError;
import portzero.testkit.wire.WireFailure;

/** Whoever runs tests of labs in this JVM holds the same lock, and so is not recorded by the way. */
@Timeout(60)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PacketCaptureTest {
    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    private Path folder;

    private PcapngReader written(PacketCapture capture) throws IOException {
        var file = folder.resolve("test.pcapng");
        var packets = capture.write(file, List.of());
        var reader = PcapngReader.of(file);
        assertThat(reader.packets()).hasSize(packets);
        return reader;
    }

    private static List<String> flags(List<ReadPacket> packets) {
        return packets.stream()
                .map(packet -> (packet.outbound() ? "> " : "< ")
                        + packet.flags()
                        + (packet.length() > 0 ? " " + packet.length() : ""))
                .toList();
    }

    private static List<String> comments(List<ReadPacket> packets) {
        return packets.stream()
                .flatMap(packet -> packet.comments().stream())
                .map(comment -> comment.replaceAll("127.0.0.1:\\d+", "HERE"))
                .toList();
    }

    @Test
    void a_connection_has_a_handshake_data_and_an_end_and_the_steps_stand_where_they_belong() throws IOException {
        try (var capture = PacketCapture.begin()) {
            try (var test = new RecordedTest("SomeTest.half_close")) {
                var server = test.serve(test.network().loopback(), connection -> {
                    connection.getInputStream().readAllBytes();
                    connection.getOutputStream().write("well".getBytes(UTF_8));
                });
                try (var peer = test.network().connect(server)) {
                    peer.send("hello").endOutput().expect("well").expectEnd();
                }
            }
            var packets = written(capture).packets();
            assertThat(flags(packets))
                    .containsExactly(
                            "> S", "< SA", "> A", "> PA 5", "< A", "> FA", "< A", "< PA 4", "> A", "< FA", "> A");
            assertThat(TcpStreams.of(packets).payloads())
                    .containsExactlyInAnyOrder(
                            HEX.formatHex("hello".getBytes(UTF_8)), HEX.formatHex("well".getBytes(UTF_8)));
            assertThat(packets.stream().map(packet -> packet.comments().size()))
                    .containsExactly(2, 0, 0, 1, 0, 1, 0, 1, 0, 2, 0);
            assertThat(comments(packets))
                    .containsExactly(
                            "Test SomeTest.half_close",
                            "1  test connects from HERE",
                            "2  test sends 5 bytes \"hello\"",
                            "3  test ends its stream",
                            "4  server sends 4 bytes \"well\"",
                            "5  server ends its stream",
                            "6  test closes the connection");
        }
    }

    @Test
    void what_is_long_is_many_segments_and_all_of_it_is_there() throws IOException {
        try (var capture = PacketCapture.begin()) {
            String sent;
            try (var test = new RecordedTest("SomeTest.long")) {
                var bytes = test.network().bytes(500_000);
                sent = HEX.formatHex(bytes);
                var server = test.serve(
                        test.network().loopback(),
                        connection -> connection.getInputStream().transferTo(connection.getOutputStream()));
                try (var peer = test.network().connect(server)) {
                    peer.exchange(bytes, bytes).endOutput().expectEnd();
                }
            }
            var packets = written(capture).packets();
            assertThat(TcpStreams.of(packets).payloads()).containsExactly(sent, sent);
            assertThat(packets).allMatch(packet -> packet.length() <= 65_495);
        }
    }

    @Test
    void of_what_is_too_much_the_lengths_are_kept() throws IOException {
        try (var capture = PacketCapture.begin()) {
            try (var test = new RecordedTest("SomeTest.too_much")) {
                var server = test.serve(
                        test.network().loopback(),
                        connection -> connection.getInputStream().transferTo(connection.getOutputStream()));
                try (var peer = test.network().connect(server)) {
                    var bytes = test.network().bytes(3 << 20);
                    peer.exchange(bytes, bytes).endOutput().expectEnd();
                }
            }
            var packets = written(capture).packets();
            TcpStreams.of(packets);
            for (boolean outbound : new boolean[] {true, false}) {
                var oneWay = packets.stream()
                        .filter(packet -> packet.outbound() == outbound)
                        .toList();
                assertThat(oneWay.stream().mapToInt(ReadPacket::length).sum()).isEqualTo(3 << 20);
                assertThat(oneWay.stream()
                                .mapToInt(packet -> packet.payload().length() / 2)
                                .sum())
                        .isEqualTo(2 << 20);
            }
            assertThat(comments(packets))
                    .filteredOn(comment -> comment.contains("cut off"))
                    .hasSize(1);
        }
    }

    @Test
    void an_abort_is_a_reset_whoever_it_is_by() throws IOException {
        try (var capture = PacketCapture.begin()) {
            try (var test = new RecordedTest("SomeTest.abort")) {
                var server = test.serve(test.network().loopback(), connection -> {
                    connection.getInputStream().read(); // an abort before this would meet the handshake
                    connection.setSoLinger(true, 0);
                });
                try (var peer = test.network().connect(server)) {
                    peer.send(new byte[1]).expectReset();
                }
            }
            try (var test = new RecordedTest("SomeTest.reset")) {
                var server = test.serve(
                        test.network().loopback(),
                        connection -> assertThatThrownBy(
                                        () -> connection.getInputStream().read())
                                .isInstanceOf(IOException.class));
                test.network().connect(server).reset();
            }
            assertThat(flags(written(capture).packets()))
                    .containsExactly("> S", "< SA", "> A", "> PA 1", "< RA", "> S", "< SA", "> A", "> RA");
        }
    }

    @Test
    void data_that_meets_a_closed_socket_is_not_confirmed() throws IOException {
        try (var capture = PacketCapture.begin()) {
            try (var test = new RecordedTest("SomeTest.gone")) {
                var server = test.serve(test.network().loopback(), connection -> {});
                try (var peer = test.network().connect(server)) {
                    peer.expectEnd();
                    test.awaitServer();
                    peer.expectGone();
                }
            }
            var packets = written(capture).packets();
            TcpStreams.of(packets);
            assertThat(flags(packets))
                    .startsWith("> S", "< SA", "> A", "< FA", "> A")
                    .endsWith("> PA 1", "< RA");
        }
    }

    @Test
    void nobody_listens() throws IOException {
        InetSocketAddress nobody;
        try (var closed = new ServerSocket(0)) {
            nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), closed.getLocalPort());
        }
        try (var capture = PacketCapture.begin()) {
            try (var test = new RecordedTest("SomeTest.refused")) {
                test.network().expectRefused(nobody);
            }
            var packets = written(capture).packets();
            assertThat(flags(packets)).containsExactly("> S", "< RA");
            assertThat(comments(packets))
                    .containsExactly(
                            "Test SomeTest.refused",
                            "1  connection to HERE is refused",
                            "The system does not tell from which port the test tried; this one is made up.");
        }
    }

    @Test
    void datagrams_and_ipv6() throws IOException {
        try (var capture = PacketCapture.begin()) {
            try (var test = new RecordedTest("SomeTest.datagrams")) {
                var address = test.network().loopback6();
                assumeTrue(address.isPresent());
                var one = test.network().datagrams(address.get());
                var other = test.network().datagrams(address.get());
                one.send(new byte[65_000], other.address());
                other.expect(new byte[65_000]);
                other.close();
                one.close();
                var server = test.serve(
                        address.get(),
                        connection -> connection.getInputStream().transferTo(connection.getOutputStream()));
                try (var peer = test.network().connect(server)) {
                    peer.send(new byte[] {1, 2, 3})
                            .expect(new byte[] {1, 2, 3})
                            .endOutput()
                            .expectEnd();
                }
            }
            var packets = written(capture).packets();
            assertThat(packets).allMatch(packet -> packet.from().startsWith("00000000000000000000000000000001:"));
            assertThat(packets).filteredOn(packet -> !packet.tcp()).hasSize(2).allMatch(one -> one.length() == 65_000);
            assertThat(TcpStreams.of(packets).payloads()).containsExactly("010203", "010203");
        }
    }

    @Test
    void a_failure_stands_at_the_packet_after_which_it_came() throws IOException {
        try (var capture = PacketCapture.begin()) {
            try (var test = new RecordedTest("SomeTest.fails")) {
                var server = test.serve(
                        test.network().loopback(),
                        connection -> connection.getOutputStream().write('b'));
                var peer = test.network().connect(server);
                assertThatThrownBy(() -> peer.expect("a"))
                        .isInstanceOfSatisfying(UnmetExpectationError.class, failure -> {
                            var scene = test.context().sceneOf(failure);
                            var message = String.valueOf(failure.getMessage());
                            test.context().wire().failed(new WireFailure(message, scene.steps(), scene.position()));
                        });
                peer.close();
            }
            var packets = written(capture).packets();
            assertThat(packets.get(3).comments()).hasSize(2);
            assertThat(packets.get(3).comments().get(1))
                    .startsWith("✗ Expected  the server to send 1 byte \"a\"\nbut ");
            assertThat(comments(packets))
                    .startsWith("Test SomeTest.fails (failed)")
                    .contains("The test has failed; from here on it puts its sockets away.")
                    .doesNotContain("3  test closes the connection");
        }
    }

    @Test
    void what_is_recorded_belongs_to_the_time_of_the_capture() throws IOException {
        var capture = PacketCapture.begin();
        capture.close();
        try (var test = new RecordedTest("SomeTest.later")) {
            var server = test.serve(test.network().loopback(), connection -> {});
            try (var peer = test.network().connect(server)) {
                peer.expectEnd();
            }
        }
        assertThat(capture.hasTests()).isFalse();
        assertThat(written(capture).packets()).isEmpty();
        assertThat(written(capture).comments())
                .singleElement()
                .asString()
                .contains("nothing was captured on a network");
    }

    @Test
    void wireshark_finds_nothing_wrong_and_follows_the_streams() throws IOException, InterruptedException {
        Tshark.assumeIsThere();
        var file = folder.resolve("test.pcapng");
        String sent;
        try (var capture = PacketCapture.begin()) {
            try (var test = new RecordedTest("SomeTest.everything")) {
                var network = test.network();
                var bytes = network.bytes(200_000);
                sent = HEX.formatHex(bytes);
                var addresses = new ArrayList<>(List.of(network.loopback()));
                network.loopback6().ifPresent(addresses::add);
                for (var address : addresses) {
                    echo(test, address, bytes);
                    echo(test, address, new byte[5 << 19]);
                    var gone = test.serve(address, connection -> {});
                    try (var peer = network.connect(gone)) {
                        peer.expectEnd();
                        test.awaitServer();
                        peer.expectGone();
                    }
                    network.expectRefused(gone);
                    var one = network.datagrams(address);
                    var other = network.datagrams(address);
                    one.send(bytes("ping"), other.address());
                    other.expect(bytes("ping"));
                    other.send(new byte[0], one.address());
                    one.expect(new byte[0]);
                    one.close();
                    other.close();
                }
            }
            capture.write(file, List.of());
        }
        var tshark = new Tshark(file);
        assertThat(tshark.complaints()).isEmpty();
        assertThat(tshark.follow(0, 0)).isEqualTo(sent);
        assertThat(tshark.follow(0, 1)).isEqualTo(sent);
        assertThat(tshark.matching("tcp.checksum.status == 1 && tcp.len > 0")).isNotEmpty();
        assertThat(tshark.matching("udp.checksum.status == 1")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(tshark.matching("frame.len != frame.cap_len")).isNotEmpty();
        assertThat(tshark.run("-Y", "frame.number == 1", "-T", "fields", "-e", "frame.comment"))
                .singleElement()
                .asString()
                .startsWith("Test SomeTest.everything,1  test connects from 127.0.0.1:");
    }

    private static void echo(RecordedTest test, InetSocketAddress address, byte[] bytes) throws IOException {
        var server =
                test.serve(address, connection -> connection.getInputStream().transferTo(connection.getOutputStream()));
        try (var peer = test.network().connect(server)) {
            peer.exchange(bytes, bytes).endOutput().expectEnd();
        }
        test.awaitServer();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void a_file_that_is_there_is_replaced() throws IOException {
        var file = folder.resolve("test.pcapng");
        Files.writeString(file, "something else");
        try (var capture = PacketCapture.begin()) {
            assertThat(capture.write(file, List.of())).isZero();
        }
        assertThat(PcapngReader.of(file).packets()).isEmpty();
        assertThat(folder.toFile().list()).containsExactly("test.pcapng");
    }
}

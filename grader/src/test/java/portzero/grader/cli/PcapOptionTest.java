package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import portzero.grader.capture.PcapngReader;
import portzero.grader.capture.ReadPacket;
import portzero.grader.capture.TcpStreams;
import portzero.grader.capture.Tshark;

/** {@code ./lab test --pcap}, with the course's own solutions and mistakes. */
@Tag("slow")
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PcapOptionTest {

    @TempDir
    private Path folder;

    private Path work;
    private Path file;

    @BeforeEach
    void name() {
        work = folder.resolve("work");
        file = folder.resolve("a run ü.pcapng");
    }

    /** Makes a mistake of a lab; with an empty name, its solution. */
    private void take(String lab, String mistake) throws IOException {
        Path solution = CourseHome.HOME.resolve("solutions").resolve(lab);
        CourseHome.copy(solution.resolve("src/main/java"), work);
        if (!mistake.isEmpty()) {
            Path overlay = solution.resolve("mistakes").resolve(mistake);
            try (Stream<Path> all = Files.walk(work)) {
                Path sources = all.filter(Files::isDirectory)
                        .max(Comparator.comparingInt(Path::getNameCount))
                        .orElseThrow();
                CourseHome.copy(overlay, sources, "");
                Files.delete(sources.resolve("manifest.properties"));
            }
        }
    }

    private CommandOutcome test(Object... options) {
        return CommandOutcome.in(
                CourseHome.HOME,
                Stream.concat(Stream.of("test"), Stream.of(options)).toArray());
    }

    private static Stream<String> comments(List<ReadPacket> packets) {
        return packets.stream().flatMap(packet -> packet.comments().stream());
    }

    @Test
    void a_mistake_is_seen_in_the_packets() throws IOException {
        take("lab02-echo", "writes-the-whole-buffer");
        CommandOutcome ran = test("echo", "--dir", work, "--pcap", file, "--seed", "7");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains(" packets, with the steps as comments, ", "\n  " + file + "\n");
        List<ReadPacket> packets = PcapngReader.of(file).packets();
        assertThat(TcpStreams.of(packets).payloads()).isNotEmpty();
        assertThat(packets.get(0).comments())
                .startsWith("Test of task 1: start returns the address with the real port");
        assertThat(comments(packets))
                .anyMatch(text -> text.startsWith("✗ Expected  the server to send 12 bytes"))
                .contains("Test of task 2: answers before the client ends its stream (failed)");
        assertThat(packets)
                .filteredOn(packet -> !packet.outbound() && packet.length() == 8_192)
                .singleElement()
                .satisfies(packet -> assertThat(packet.payload()).endsWith("00".repeat(8_180)));
    }

    @Test
    void only_the_tests_that_ran_are_in_it_and_the_same_seed_sends_the_same() throws IOException {
        take("lab02-echo", "");
        assertThat(test("echo", "--dir", work, "--pcap", file, "--task", 2, "--seed", "7")
                        .code())
                .isZero();
        List<ReadPacket> packets = PcapngReader.of(file).packets();
        assertThat(comments(packets).filter(text -> text.startsWith("Test of task")))
                .hasSize(2)
                .allMatch(text -> text.startsWith("Test of task 2: "));
        CommandOutcome json = test("echo", "--dir", work, "--pcap", file, "--up-to", 2, "--seed", "7", "--json");
        assertThat(json.out()).startsWith("{").doesNotContain(" packets, with the steps as comments, ");
        assertThat(json.err()).contains(" packets, with the steps as comments, ");
        assertThat(TcpStreams.of(PcapngReader.of(file).packets()).payloads())
                .containsExactlyInAnyOrderElementsOf(TcpStreams.of(packets).payloads());
    }

    @Test
    void what_cannot_be_written_is_said_before_anything_runs() throws IOException {
        Path missing = folder.resolve("missing");
        CommandOutcome none = test("echo", "--pcap", missing.resolve("a.pcapng"));
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.out()).isEmpty();
        assertThat(none.err().strip())
                .isEqualTo(missing + " is no folder that exists; make it first, or choose another file for --pcap.");
        assertThat(missing).doesNotExist();

        CommandOutcome taken = test("echo", "--pcap", folder);
        assertThat(taken.code()).isEqualTo(2);
        assertThat(taken.err()).startsWith(folder + " is a folder; give --pcap the name of a file in it, such as ");
    }

    @Test
    void a_folder_in_which_one_may_not_write_is_refused() {
        assumeFalse(Files.isWritable(Path.of("/proc")));
        CommandOutcome refused = test("echo", "--pcap", "/proc/a.pcapng");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("permission denied");
    }

    @Test
    void a_program_that_does_not_compile_leaves_the_file_as_it_was() throws IOException {
        take("lab02-echo", "");
        Path server = work.resolve("portzero/echo/EchoServer.java");
        Files.writeString(server, Files.readString(server) + "}");
        Files.writeString(file, "an older one");
        CommandOutcome ran = test("echo", "--dir", work, "--pcap", file);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("No test has run, and so this file was not written:", file.toString());
        assertThat(file).hasContent("an older one");
    }

    @Test
    void tests_without_sockets_make_a_file_without_packets() throws IOException {
        take("lab01-endpoints", "");
        CommandOutcome ran = test("endpoints", "--dir", work, "--pcap", file, "--task", 1);
        assertThat(ran.out()).contains("No packets, for these tests opened no connection and sent no datagram:");
        assertThat(PcapngReader.of(file).packets()).isEmpty();
    }

    private Tshark shown(String lab, String mistake) throws IOException, InterruptedException {
        Tshark.assumeIsThere();
        take(lab, mistake);
        test(lab, "--dir", work, "--pcap", file);
        TcpStreams.of(PcapngReader.of(file).packets());
        Tshark tshark = new Tshark(file);
        assertThat(tshark.complaints()).isEmpty();
        return tshark;
    }

    @Test
    void wireshark_takes_a_failed_test_of_lab_02() throws IOException, InterruptedException {
        Tshark tshark = shown("lab02-echo", "writes-the-whole-buffer");
        assertThat(tshark.run("-Y", "frame.comment contains \"failed\"", "-T", "fields", "-e", "frame.comment"))
                .anyMatch(line -> line.contains("answers before the client ends its stream (failed)"));
        assertThat(tshark.matching("frame.packet_flags_direction == 1 && tcp.len == 8192"))
                .hasSize(1);
    }

    @Test
    void wireshark_takes_half_closes_and_resets_of_lab_04() throws IOException, InterruptedException {
        Tshark right = shown("lab04-shutdown", "");
        assertThat(right.matching("tcp.flags.reset == 1 && frame.packet_flags_direction == 1"))
                .isNotEmpty();
        assertThat(right.matching("tcp.flags.fin == 1")).isNotEmpty();
        Tshark wrong = shown("lab04-shutdown", "client-abort-is-a-close");
        assertThat(wrong.run("-T", "fields", "-e", "frame.comment"))
                .anyMatch(line -> line.contains("abort is seen as a reset (failed)"))
                .anyMatch(line -> line.contains("✗ Expected  "));
    }

    @Test
    void wireshark_takes_the_datagrams_of_lab_08() throws IOException, InterruptedException {
        Tshark right = shown("lab08-udp", "");
        assertThat(right.matching("udp && udp.checksum.status == 1")).isNotEmpty();
        Tshark wrong = shown("lab08-udp", "server-answers-from-another-socket");
        assertThat(wrong.matching("frame.comment contains \"failed\"")).isNotEmpty();
    }

    @Test
    void wireshark_takes_all_of_lab_01_with_ipv6() throws IOException, InterruptedException {
        assertThat(shown("lab01-endpoints", "").matching("tcp.flags.syn == 1")).isNotEmpty();
    }

    @Test
    void wireshark_takes_the_many_clients_of_lab_07() throws IOException, InterruptedException {
        assertThat(shown("lab07-selector", "").matching("tcp.flags.syn == 1")).hasSizeGreaterThan(20);
    }
}

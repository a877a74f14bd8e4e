package portzero.grader.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What Wireshark makes of a capture file, by its program for the terminal. It checks all checksums, and takes payload for nothing
 * but bytes: a port that the kernel chose may be that of some protocol that it knows.
 */
public record Tshark(Path file) {
    private static final String TOOL = "tshark";
    private static final List<String> STRICT = List.of(
            "-d",
            "tcp.port==1-65535,data",
            "-d",
            "udp.port==1-65535,data",
            "-o",
            "ip.check_checksum:TRUE",
            "-o",
            "tcp.check_checksum:TRUE",
            "-o",
            "udp.check_checksum:TRUE");

    private static final String USUAL =
            ".* TCP +(Connection reset \\(RST\\)|This frame (initiates|undergoes) the connection closing)";

    /** Skips the test where tshark is missing, unless PORTZERO_REQUIRE says that it must be there. */
    public static void assumeIsThere() throws InterruptedException {
        try {
            var process = new ProcessBuilder(TOOL, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            if (process.waitFor() == 0) {
                return;
            }
        } catch (IOException notFound) {
            // and so it is missing
        }
        var missing = "tshark is missing; install it (Debian: apt-get install tshark) to check captures with it.";
        if (System.getenv().getOrDefault("PORTZERO_REQUIRE", "").contains("interop")) {
            throw new AssertionError(missing);
        }
        abort(missing);
    }

    /** What it prints, line by line. */
    public List<String> run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TOOL, "-r", file.toString()));
        command.addAll(STRICT);
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as("exit code of " + command).isZero();
        return said.lines().toList();
    }

    /** The packets that a display filter lets through, one line each. */
    public List<String> matching(String filter) throws IOException, InterruptedException {
        return run("-Y", filter);
    }

    /** What it calls wrong, warns of or notes, but for what is nothing wrong: that connections begin, end or are reset. */
    public List<String> complaints() throws IOException, InterruptedException {
        var wrong = matching("_ws.malformed || tcp.analysis.flags || ip.checksum.status == 0"
                + " || tcp.checksum.status == 0 || udp.checksum.status == 0");
        List<String> all = new ArrayList<>(wrong);
        var section = "";
        for (var line : run("-q", "-z", "expert")) {
            if (line.matches("\\w+ \\(\\d+\\)")) {
                section = line.replaceAll(" .*", "");
            } else if (line.matches(" +\\d+ +\\S.*")
                    && !List.of("Chats", "Comments").contains(section)) {
                all.add(section + ": " + line.strip());
            }
        }
        all.removeIf(line -> line.matches(USUAL));
        return all;
    }

    /**
     * The payload that went one way of a connection, in hexadecimal digits.
     *
     * @param side 0 for what came from the side that connected, 1 for the other
     */
    public String follow(int stream, int side) throws IOException, InterruptedException {
        var payload = new StringBuilder();
        for (var line : run("-q", "-z", "follow,tcp,raw," + stream)) {
            if (line.matches(side == 0 ? "[0-9a-f]+" : "\t[0-9a-f]+")) {
                payload.append(line.strip());
            }
        }
        return payload.toString();
    }
}

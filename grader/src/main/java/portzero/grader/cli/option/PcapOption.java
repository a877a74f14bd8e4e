package portzero.grader.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import portzero.grader.capture.PacketCapture;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.suite.TestCase;

/** The option {@code --pcap}: writes what tests saw on the wire. */
public final class PcapOption {

    private static final int NONE = -1;

    @Option(
            names = "--pcap",
            paramLabel = "FILE",
            description = "write what the tests saw on the wire as packets, for Wireshark (pcapng)")
    private @Nullable Path file;

    /** Why no file can be written there, as far as can be told before anything has run. */
    public Optional<String> problem() {
        if (file == null) {
            return Optional.empty();
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (Files.isDirectory(file) || folder == null) {
            return Optional.of(file + " is a folder; give --pcap the name of a file in it, such as "
                    + file.resolve("test.pcapng") + ".");
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of(folder + " is no folder that exists; make it first, or choose another file for --pcap.");
        }
        return Files.isWritable(folder)
                ? Optional.empty()
                : Optional.of(folder + ": permission denied; choose a file for --pcap where you may write.");
    }

    /**
     * Runs tests, and writes the file if one was asked for.
     *
     * @param tests whose names the packets bear
     * @param out is told what was written and how to open it
     */
    public <T> T capture(Supplier<T> run, List<TestCase> tests, PrintWriter out) throws IOException {
        if (file == null) {
            return run.get();
        }
        try (PacketCapture capture = PacketCapture.begin()) {
            T ran = run.get();
            int packets = capture.hasTests() ? capture.write(file, tests) : NONE;
            out.println();
            Terminal.system().wrap(said(packets)).forEach(out::println);
            out.println("  " + file); // on a line of its own, to be copied
            out.flush();
            return ran;
        }
    }

    private static String said(int packets) {
        return switch (packets) {
            case NONE -> "No test has run, and so this file was not written:";
            case 0 -> "No packets, for these tests opened no connection and sent no datagram:";
            default ->
                String.format(
                        Locale.ROOT,
                        "%,d %s, with the steps as comments, for Wireshark or tshark -r:",
                        packets,
                        packets == 1 ? "packet" : "packets");
        };
    }
}

package portzero.grader.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import portzero.grader.io.AtomicFile;
import portzero.grader.suite.TestCase;
import portzero.testkit.wire.WireLog;
import portzero.testkit.wire.WireRecording;

/**
 * What the sockets of tests do from now on, as packets that a capture between test and program might have shown. Only one at
 * a time in a JVM.
 */
public final class PacketCapture implements AutoCloseable {

    private static final String ABOUT = """
            What the sockets of the tests did and saw, written as packets; nothing was captured on a network interface.
            Addresses, ports, payload, its order and the moments are those of the run. What the student's program did bears the time \
            at which the test saw it: when it read the data, in pieces as it read them, or accepted the connection. Sequence numbers, \
            windows, the packets of handshakes, and all acknowledgements without data are made up. What the program's side did without \
            the test's seeing it is not here: retransmissions, delayed acknowledgements, a FIN or a reset that the test never came to \
            read.
            Direction: outbound is from the test, inbound from the student's program. Numbered comments are the steps of a test.""";

    private final Instant start = Instant.now();
    private final WireRecording recording = WireRecording.begin();

    private PacketCapture() {}

    /** Records all tests in this JVM until it is closed. */
    public static PacketCapture begin() {
        return new PacketCapture();
    }

    /** Ends it. What was captured stays, and can be written. */
    @Override
    public void close() {
        recording.close();
    }

    /** Whether a test has run. */
    public boolean hasTests() {
        return !recording.logs().isEmpty();
    }

    /**
     * Writes it as pcapng; a file that is there already is replaced.
     *
     * @param tests whose names the packets bear
     * @return how many packets there are
     */
    public int write(Path file, List<TestCase> tests) throws IOException {
        var packets = packets(tests);
        var content = new PcapngFile(nanoseconds(start), ABOUT);
        packets.forEach(content::add);
        AtomicFile.write(file, content.bytes());
        return packets.size();
    }

    private static long nanoseconds(Instant moment) {
        return TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano();
    }

    private List<CapturedPacket> packets(List<TestCase> tests) {
        var sequence = new PacketSequence(recording.start());
        var seen = new HashSet<String>();
        for (var log : recording.logs()) {
            var again = seen.add(log.test()) ? "" : ", run again alone";
            sequence.add(log, title(log, tests) + again + (log.failure() == null ? "" : " (failed)"));
        }
        return sequence.packets();
    }

    private static String title(WireLog log, List<TestCase> tests) {
        return tests.stream()
                .filter(test -> test.id().equals(log.test()))
                .findFirst()
                .map(test -> "Test of task " + test.task() + ": " + test.name())
                .orElse("Test " + log.test());
    }
}

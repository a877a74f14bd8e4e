package portzero.grader.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * Reads one hostile input after another. A reader may refuse an input in its own way; it may not fail in another, take
 * long, or take memory that stands in no relation to the input.
 */
public final class Fuzzing {

    /** Processor time, and so the same on a busy machine; a thousand times what an input takes. */
    private static final Duration MOST_TIME = Duration.ofSeconds(10);

    /** How many times that memory the reader may take: a fuzzer that watches it takes some itself. */
    private static final int SLACK = Integer.getInteger("portzero.fuzz.slack", 1);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Reads an input, and swallows the exceptions with which it may be refused. */
    public interface Reader {
        void read(byte[] input) throws Exception;
    }

    private Fuzzing() {}

    /**
     * Reads one input.
     *
     * @param bytes how much memory the reader may take for it, in all
     * @throws AssertionError if it fails or goes beyond its bounds; the message has the input in base 64
     */
    public static void once(byte[] input, long bytes, Reader reader) {
        Cost cost = cost(input, reader);
        if (cost.isBeyond(bytes)) {
            cost = cost(input, reader); // the first time may have loaded classes
        }
        if (cost.isBeyond(bytes)) {
            throw new AssertionError(
                    cost + ", but no more than " + MOST_TIME + " and " + bytes + " bytes, at " + shown(input));
        }
    }

    private static Cost cost(byte[] input, Reader reader) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        try {
            reader.read(input);
        } catch (Exception | Error escaped) {
            throw new AssertionError(escaped + " at " + shown(input), escaped);
        }
        return new Cost(THREADS.getCurrentThreadCpuTime() - time, THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }

    /** What reading one input took. */
    private record Cost(long nanoseconds, long bytes) {
        boolean isBeyond(long most) {
            return nanoseconds > MOST_TIME.toNanos() || bytes > SLACK * most;
        }
    }

    private static String shown(byte[] input) {
        return "input " + Base64.getEncoder().encodeToString(input);
    }

    /** Has many changed inputs read, and leaves the valid ones in {@code target/fuzz/NAME} for longer runs. */
    public static void briefly(String name, int rounds, List<byte[]> valid, Reader once) throws Exception {
        keep(name, valid);
        for (byte[] input : valid) {
            once.read(input);
        }
        long seed = Long.getLong("portzero.fuzz.seed", 20_260_101);
        Mutations mutations = new Mutations(seed, valid);
        for (int round = 0; round < rounds; round++) {
            once.read(mutations.next());
        }
    }

    private static void keep(String name, List<byte[]> valid) throws IOException {
        Path folder = Path.of("target/fuzz", name);
        Files.createDirectories(folder);
        for (int i = 0; i < valid.size(); i++) {
            Files.write(folder.resolve("valid-" + i), valid.get(i));
        }
    }
}

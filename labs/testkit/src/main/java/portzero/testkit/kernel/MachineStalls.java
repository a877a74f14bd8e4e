package portzero.testkit.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * For how long somebody on this machine could not go on for want of memory or of a disk, and for how long the machine
 * itself was kept from running by the one that it is a guest of; all since it started.
 *
 * <p>From {@code /proc/pressure} (Linux, Documentation/accounting/psi.rst) and {@code /proc/stat} (proc(5)).
 */
public final class MachineStalls {

    private static final Path PRESSURE = Path.of("/proc/pressure");
    private static final Path STAT = Path.of("/proc/stat");
    private static final String TOTAL = "total=";
    private static final int STOLEN = 8;

    /** USER_HZ is 100 (time(7)). */
    private static final long TICK = 10_000_000;

    private MachineStalls() {}

    /** That time in nanoseconds, of all causes together; empty where the system does not tell. */
    public static OptionalLong nanoseconds() {
        try {
            return OptionalLong.of(1_000
                            * (microseconds(Files.readString(PRESSURE.resolve("memory")))
                                    + microseconds(Files.readString(PRESSURE.resolve("io"))))
                    + TICK * stolen(Files.readString(STAT)));
        } catch (IOException | IllegalArgumentException hidden) {
            return OptionalLong.empty();
        }
    }

    /** The total of the line that tells when at least one task was stalled. */
    static long microseconds(String pressure) {
        String some = line(pressure, "some ");
        int total = some.indexOf(TOTAL);
        if (total < 0) {
            throw new IllegalArgumentException("no total in " + some);
        }
        return Long.parseLong(some.substring(total + TOTAL.length()));
    }

    /** Ticks of all processors together. */
    static long stolen(String stat) {
        String[] columns = line(stat, "cpu ").split(" +", -1);
        return columns.length > STOLEN ? Long.parseLong(columns[STOLEN]) : 0;
    }

    private static String line(String file, String beginning) {
        return file.lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line of " + beginning.strip()));
    }
}

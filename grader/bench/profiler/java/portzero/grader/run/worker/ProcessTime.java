package portzero.grader.run.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of a process and of all that it has started, from {@code /proc/PID/stat} (proc(5)). */
final class ProcessTime {

    /** USER_HZ is 100 (time(7)). */
    private static final long TICK = 10_000_000;

    private static final int UTIME = 11;
    private static final int CSTIME = 14;

    private ProcessTime() {}

    /** In nanoseconds; 0 of those that have ended. */
    static long of(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(one -> of(one.pid()))
                .sum();
    }

    private static long of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] columns = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int column = UTIME; column <= CSTIME; column++) {
                ticks += Long.parseLong(columns[column]);
            }
            return ticks * TICK;
        } catch (IOException ended) {
            return 0;
        }
    }
}

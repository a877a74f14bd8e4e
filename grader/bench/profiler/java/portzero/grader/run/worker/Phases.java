package portzero.grader.run.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** Wall time and this JVM's processor time, added up by the phase that they were spent in. */
final class Phases {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Map<String, long[]> sums = new LinkedHashMap<>();
    private long wall;
    private long used;

    void clear() {
        sums.clear();
    }

    /** Begins a phase. */
    void begin() {
        used = SYSTEM.getProcessCpuTime();
        wall = System.nanoTime();
    }

    /** Ends the phase, says what it was, and begins the next. */
    void end(String phase) {
        add(phase, System.nanoTime() - wall, SYSTEM.getProcessCpuTime() - used);
        begin();
    }

    /** Adds processor time of another process. */
    void addUsed(String phase, long nanoseconds) {
        add(phase, 0, nanoseconds);
    }

    private void add(String phase, long elapsed, long processor) {
        long[] sum = sums.computeIfAbsent(phase, none -> new long[2]);
        sum[0] += elapsed;
        sum[1] += processor;
    }

    void print(int rounds) {
        System.out.printf("%-86s %9s %9s%n", "milliseconds a submission", "wall", "CPU");
        sums.forEach((phase, sum) ->
                System.out.printf("%-86s %9.1f %9.1f%n", phase, sum[0] / 1e6 / rounds, sum[1] / 1e6 / rounds));
    }
}

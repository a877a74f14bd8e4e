package portzero.testkit.process;

import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the kernel's scheduler has counted of one thread, from {@code /proc/PID/task/TID/schedstat} (Linux,
 * Documentation/scheduler/sched-stats.rst).
 *
 * @param ran how long it has been on a processor, in nanoseconds
 * @param waited how long it has been ready to run and waited for a processor, in nanoseconds
 */
public record ThreadTime(long ran, long waited) {

    private static final File OWN_TASKS = new File("/proc/self/task");

    /** Whether this system counts it: some are built without, and tell nothing or zeros. */
    public static boolean isTold() {
        try {
            return of(ProcessFiles.text(new File("/proc/self/schedstat"))).ran() > 0;
        } catch (IOException | RuntimeException hidden) {
            return false;
        }
    }

    /** Of every thread of a process, of its descendants and of this JVM, by the thread's number. */
    public static Map<Integer, ThreadTime> of(Process process) throws IOException {
        Map<Integer, ThreadTime> times = new HashMap<>();
        add(ProcessFiles.of(process, "task"), times);
        File[] own = OWN_TASKS.listFiles();
        add(own == null ? List.of() : List.of(own), times);
        return times;
    }

    private static void add(List<File> tasks, Map<Integer, ThreadTime> times) throws IOException {
        for (File task : tasks) {
            try {
                times.put(Integer.valueOf(task.getName()), of(ProcessFiles.text(new File(task, "schedstat"))));
            } catch (IOException gone) {
                if (task.exists()) { // it has not ended since it was listed
                    throw gone;
                }
            }
        }
    }

    static ThreadTime of(String schedstat) {
        String[] columns = schedstat.strip().split(" ", -1);
        return new ThreadTime(Long.parseLong(columns[0]), Long.parseLong(columns[1]));
    }

    /** How often the thread has been given a processor. */
    static long turns(String schedstat) {
        return Long.parseLong(schedstat.strip().split(" ", -1)[2]);
    }
}

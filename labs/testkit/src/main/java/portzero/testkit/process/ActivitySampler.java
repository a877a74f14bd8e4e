package portzero.testkit.process;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at what threads are doing: those of a process from outside, those of this JVM from within. */
public final class ActivitySampler {

    private ActivitySampler() {}

    /** Of a process and its descendants, from {@code stat} and {@code schedstat} in {@code /proc/PID/task/TID} (proc(5)); empty where there is none. */
    public static Optional<ActivitySample> of(Process process) {
        long now = System.nanoTime();
        Map<Long, Long> used = new HashMap<>();
        Map<Long, Long> turns = new HashMap<>();
        boolean asleep = true;
        try {
            for (File task : ProcessFiles.of(process, "task")) {
                TaskStat stat = TaskStat.of(task);
                asleep &= stat.asleep();
                used.put(Long.parseLong(task.getName()), stat.nanoseconds());
                turns.put(
                        Long.parseLong(task.getName()),
                        ThreadTime.turns(ProcessFiles.text(new File(task, "schedstat"))));
            }
        } catch (IOException ended) {
            asleep = false; // a thread has ended meanwhile
        }
        return used.isEmpty() ? Optional.empty() : Optional.of(new ActivitySample(now, asleep, used, turns));
    }

    /** Of some threads of this JVM; whether they sleep cannot be seen. Empty where their times cannot either. */
    public static Optional<ActivitySample> of(List<Thread> threads) {
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        if (!times.isThreadCpuTimeSupported() || !times.isThreadCpuTimeEnabled()) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        Map<Long, Long> used = new HashMap<>();
        for (Thread thread : threads) {
            used.put(thread.getId(), Math.max(0, times.getThreadCpuTime(thread.getId())));
        }
        return Optional.of(new ActivitySample(now, true, used, Map.of()));
    }
}

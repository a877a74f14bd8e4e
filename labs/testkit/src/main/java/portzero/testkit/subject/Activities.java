package portzero.testkit.subject;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at what threads are doing: those of a process from outside, those of this JVM from within. */
final class Activities {

    private static final long TICK = 10_000_000; // nanoseconds; USER_HZ is 100 (time(7))

    private Activities() {}

    /** Of a process and its descendants, from {@code /proc/PID/task/TID/stat} (proc(5)); empty where there is none. */
    static Optional<Activity> of(Process process) {
        long now = System.nanoTime();
        Map<Long, Long> used = new HashMap<>();
        boolean asleep = true;
        try {
            for (Path task : tasks(process)) {
                String stat = Files.readString(task.resolve("stat"));
                // The second column is the thread's name in parentheses, which may hold anything.
                String[] columns = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                asleep &= columns[0].equals("S");
                used.put(
                        Long.parseLong(task.getFileName().toString()),
                        TICK * (Long.parseLong(columns[11]) + Long.parseLong(columns[12])));
            }
        } catch (IOException ended) {
            asleep = false; // a thread has ended meanwhile
        }
        return used.isEmpty() ? Optional.empty() : Optional.of(new Activity(now, asleep, used));
    }

    private static List<Path> tasks(Process process) throws IOException {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        List<Path> tasks = new ArrayList<>();
        for (ProcessHandle one : all) {
            try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(one.pid()), "task"))) {
                files.forEach(tasks::add);
            }
        }
        return tasks;
    }

    /** Of some threads of this JVM; whether they sleep cannot be seen. Empty where their times cannot either. */
    static Optional<Activity> of(List<Thread> threads) {
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        if (!times.isThreadCpuTimeSupported() || !times.isThreadCpuTimeEnabled()) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        Map<Long, Long> used = new HashMap<>();
        for (Thread thread : threads) {
            used.put(thread.getId(), Math.max(0, times.getThreadCpuTime(thread.getId())));
        }
        return Optional.of(new Activity(now, true, used));
    }
}

package portzero.testkit.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at whether the operating system has nothing to run for a process, from {@code /proc/PID/task} (proc(5)).
 *
 * <p>A thread that has been woken but has not got a processor yet is told apart from one that sleeps, however
 * loaded the machine is.
 */
final class Sleepers {

    private Sleepers() {}

    /** Whether every thread of the process and its descendants sleeps; false where that cannot be seen. */
    static boolean sleep(Process process) {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        return all.stream().allMatch(one -> sleeps(one.pid()));
    }

    private static boolean sleeps(long pid) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return tasks.allMatch(Sleepers::sleeps);
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean sleeps(Path task) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            // The second column is the thread's name in parentheses, which may hold anything.
            return stat.startsWith(") S", stat.lastIndexOf(')'));
        } catch (IOException gone) {
            return false;
        }
    }
}

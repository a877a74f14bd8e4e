package portzero.testkit.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel shows of a process and its descendants under {@code /proc/PID} (proc(5)). */
final class ProcessFiles {

    private ProcessFiles() {}

    /**
     * The entries of one folder of each of them.
     *
     * @param folder {@code task}, with an entry for each thread, or {@code fd}, with one for each descriptor
     * @throws IOException if one of the folders is not shown, or a process has just ended
     */
    static List<Path> of(Process process, String folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        for (ProcessHandle one : tree(process).toList()) {
            entries.addAll(entries(one, folder));
        }
        return entries;
    }

    /** How many entries that folder has in all of them; those that have just ended have none. 0 where it is not shown. */
    static int count(Process process, String folder) {
        return tree(process).mapToInt(one -> countIn(one, folder)).sum();
    }

    private static int countIn(ProcessHandle one, String folder) {
        try {
            return entries(one, folder).size();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    private static Stream<ProcessHandle> tree(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private static List<Path> entries(ProcessHandle one, String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(one.pid()), folder))) {
            return files.toList();
        }
    }

    /** Whether it has not ended; one that has, and that nobody has asked for its exit status, is a zombie and does not. */
    static boolean lives(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return process.isAlive() && !stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException hidden) {
            return process.isAlive();
        }
    }
}

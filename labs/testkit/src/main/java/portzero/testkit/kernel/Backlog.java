package portzero.testkit.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Packets that have been sent and that the kernel has not handed to their sockets yet, from
 * {@code /proc/net/softnet_stat} (net/core/net-procfs.c): a line per processor, the twelfth column the length of its
 * queue. On a busy machine a packet may lie there for a while even on the loopback interface.
 */
public final class Backlog {

    private static final Path FILE = Path.of("/proc/net/softnet_stat");
    private static final int COLUMN = 11;

    private Backlog() {}

    /** Whether no packet waits; false where that cannot be seen (not Linux, or before Linux 5.10). */
    public static boolean isEmpty() {
        try {
            return Files.isReadable(FILE) && isEmpty(Files.readAllLines(FILE));
        } catch (IOException failed) {
            return false;
        }
    }

    static boolean isEmpty(List<String> lines) {
        return lines.stream().allMatch(Backlog::isEmpty);
    }

    private static boolean isEmpty(String line) {
        String[] columns = line.strip().split("\\s+", -1);
        return columns.length > COLUMN && Long.parseLong(columns[COLUMN], 16) == 0;
    }
}

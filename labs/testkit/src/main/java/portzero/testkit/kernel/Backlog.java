package portzero.testkit.kernel;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
        if (!Files.isReadable(FILE)) {
            return false;
        }
        try (InputStream in = new FileInputStream(FILE.toFile())) {
            return isEmpty(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException failed) {
            return false;
        }
    }

    static boolean isEmpty(String table) {
        return table.lines().allMatch(Backlog::isEmptyOfOne);
    }

    private static boolean isEmptyOfOne(String line) {
        int at = 0;
        for (int column = 0; column < COLUMN; column++) {
            at = line.indexOf(' ', at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return line.startsWith("00000000", at);
    }
}

package portzero.testkit.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The kernel's table of Unix-domain sockets, from {@code /proc/net/unix} (proc(5)), in this process's network namespace. Elsewhere
 * than on Linux there is none.
 */
public final class UnixTable {

    private static final Path FILE = Path.of("/proc/self/net/unix");

    /** Of the columns: number, reference count, protocol, flags, type, state, inode, path. */
    private static final int COLUMNS = 8;

    private static final int FLAGS = 3;

    /** What listen(2) sets (__SO_ACCEPTCON of linux/net.h). */
    private static final String LISTENS = "00010000";

    private UnixTable() {}

    /** Whether this system shows its table. */
    public static boolean isVisible() {
        return Files.isReadable(FILE);
    }

    /**
     * Whether a socket listens that was bound to this path, as its program named it, whatever has become of the file. False where
     * the table is not visible.
     */
    public static boolean listens(String path) {
        try (Stream<String> rows = Files.lines(FILE, StandardCharsets.ISO_8859_1)) { // a path is bytes
            String bytes = new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return rows.anyMatch(row -> listens(row, bytes));
        } catch (IOException notShown) {
            return false;
        }
    }

    static boolean listens(String row, String path) {
        String[] columns = row.split(" +", COLUMNS);
        return columns.length == COLUMNS && columns[FLAGS].equals(LISTENS) && columns[COLUMNS - 1].equals(path);
    }
}

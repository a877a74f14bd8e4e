package portzero.testkit.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The kernel's table of the multicast groups of IPv4 that sockets have joined, from {@code /proc/net/igmp} (proc(5)), in this
 * process's network namespace. Elsewhere than on Linux there is none.
 */
public final class GroupTable {

    private static final Path FILE = Path.of("/proc/self/net/igmp");

    private GroupTable() {}

    /** Whether this system shows it. */
    public static boolean isVisible() {
        return Files.isReadable(FILE);
    }

    /**
     * How many sockets are members of a group.
     *
     * @param interfaceName the interface on which they have joined it
     */
    public static int members(String interfaceName, InetAddress group) {
        try {
            return members(Files.readAllLines(FILE), interfaceName, group);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A line that begins with a number names an interface; those below it, each with a group, belong to it. */
    static int members(List<String> lines, String interfaceName, InetAddress group) {
        String address = hexadecimal(group);
        boolean wanted = false;
        for (String line : lines) {
            String[] words = line.replace(":", " ").trim().split("\\s+", -1);
            if (!Character.isWhitespace(line.charAt(0))) {
                wanted = words.length > 1 && words[1].equals(interfaceName);
            } else if (wanted && words[0].equals(address)) {
                return Integer.parseInt(words[1]);
            }
        }
        return 0;
    }

    /** The address as the kernel prints it: a number in the byte order of the machine. */
    private static String hexadecimal(InetAddress group) {
        int number = ByteBuffer.wrap(group.getAddress())
                .order(ByteOrder.nativeOrder())
                .getInt();
        return String.format(Locale.ROOT, "%08X", number);
    }
}

package portzero.testkit.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the kernel has counted of TCP in this network namespace, since it was made: {@code /proc/net/snmp} (proc(5)), a line of names
 * and one of numbers. Their meaning is that of RFC 4022.
 */
public final class TcpCounters {

    private static final Path FILE = Path.of("/proc/net/snmp");
    private static final String TCP = "Tcp: ";

    private TcpCounters() {}

    /**
     * How many connections were begun from here, whatever became of them ({@code tcpActiveOpens}); empty where the system does
     * not tell.
     */
    public static OptionalLong attempts() {
        try {
            return OptionalLong.of(value("ActiveOpens", Files.readAllLines(FILE)));
        } catch (IOException | IllegalArgumentException hidden) {
            return OptionalLong.empty();
        }
    }

    static long value(String name, List<String> lines) {
        List<List<String>> tcp = lines.stream()
                .filter(line -> line.startsWith(TCP))
                .map(line -> Arrays.asList(line.split(" ", -1)))
                .toList();
        int column = tcp.size() == 2 ? tcp.get(0).indexOf(name) : -1;
        if (column < 0 || column >= tcp.get(1).size()) {
            throw new IllegalArgumentException("no counter " + name);
        }
        return Long.parseLong(tcp.get(1).get(column));
    }
}

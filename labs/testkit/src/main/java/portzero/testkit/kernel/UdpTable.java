package portzero.testkit.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kernel's table of UDP sockets, from {@code /proc/net/udp} and {@code udp6} (proc(5)), in this process's network
 * namespace. Elsewhere than on Linux there is none.
 */
public final class UdpTable {

    private static final List<Path> FILES = List.of(Path.of("/proc/self/net/udp"), Path.of("/proc/self/net/udp6"));

    private UdpTable() {}

    /** The sockets as they are now; empty where the table is not visible. */
    public static List<UdpSocket> read() {
        return FILES.stream()
                .filter(Files::isReadable)
                .flatMap(UdpTable::lines)
                .map(UdpTable::parse)
                .toList();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static UdpSocket parse(String line) {
        String[] columns = line.strip().split("\\s+", -1);
        String unread = columns[4].substring(columns[4].indexOf(':') + 1);
        return new UdpSocket(
                TcpTable.endpoint(columns[1]),
                TcpTable.endpoint(columns[2]),
                Long.parseLong(unread, 16) > 0,
                Long.parseLong(columns[columns.length - 1]));
    }
}

package portzero.testkit.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kernel's table of TCP sockets, from {@code /proc/net/tcp} and {@code tcp6} (proc(5)), in this process's
 * network namespace. Elsewhere than on Linux there is none.
 */
public final class TcpTable {

    private static final List<Path> FILES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));

    private TcpTable() {}

    /** Whether this system shows its table. */
    public static boolean isVisible() {
        return Files.isReadable(FILES.get(0));
    }

    /** The sockets as they are now; empty where the table is not visible. */
    public static List<TcpSocket> read() {
        return FILES.stream()
                .filter(Files::isReadable)
                .flatMap(TcpTable::lines)
                .map(TcpTable::parse)
                .toList();
    }

    /** How many connections wait to be accepted at this address; 0 where the table is not visible. */
    public static long queued(InetSocketAddress listener) {
        return read().stream()
                .filter(socket -> socket.listensOn(listener))
                .mapToLong(TcpSocket::unread)
                .sum();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static TcpSocket parse(String line) {
        String[] columns = line.strip().split("\\s+", -1);
        String[] queues = columns[4].split(":", -1);
        return new TcpSocket(
                endpoint(columns[1]),
                endpoint(columns[2]),
                TcpState.ofKernel(columns[3]),
                Long.parseLong(queues[0], 16),
                Long.parseLong(queues[1], 16));
    }

    static InetSocketAddress endpoint(String column) {
        int colon = column.indexOf(':');
        int port = Integer.parseInt(column.substring(colon + 1), 16);
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address(column.substring(0, colon))), port);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("not an address: " + column, impossible);
        }
    }

    /** The kernel prints each 32-bit word of the address in the machine's byte order, the words in order. */
    private static byte[] address(String hex) {
        byte[] address = new byte[hex.length() / 2];
        boolean swapped = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        for (int i = 0; i < address.length; i++) {
            int at = swapped ? i ^ 3 : i;
            address[i] = (byte) Integer.parseInt(hex.substring(2 * at, 2 * at + 2), 16);
        }
        return address; // getByAddress turns ::ffff:a.b.c.d into the IPv4 address it stands for
    }
}

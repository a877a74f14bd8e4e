package portzero.testkit.kernel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The kernel's table of UDP sockets, from {@code /proc/net/udp} and {@code udp6} (proc(5)), in this process's network
 * namespace. Elsewhere than on Linux there is none.
 */
public final class UdpTable {

    private static final SocketFile FILE =
            new SocketFile(List.of(Path.of("/proc/self/net/udp"), Path.of("/proc/self/net/udp6")));

    private UdpTable() {}

    /** The sockets with such a port of their own, as they are now; empty where the table is not visible. */
    public static List<UdpSocket> read(IntPredicate port) {
        List<UdpSocket> sockets = new ArrayList<>();
        FILE.any(row -> {
            if (port.test(row.localPort())) {
                sockets.add(socket(row));
            }
            return false;
        });
        return sockets;
    }

    private static UdpSocket socket(SocketRow row) {
        return new UdpSocket(row.local(), row.remote(), row.unread() > 0, row.dropped());
    }

    static UdpSocket parse(String line) {
        return socket(SocketRow.of(line.getBytes(StandardCharsets.US_ASCII)));
    }
}

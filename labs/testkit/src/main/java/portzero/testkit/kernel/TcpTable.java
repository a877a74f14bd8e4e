package portzero.testkit.kernel;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The kernel's table of TCP sockets, from {@code /proc/net/tcp} and {@code tcp6} (proc(5)), in this process's
 * network namespace. Elsewhere than on Linux there is none.
 *
 * <p>Ask for the sockets of certain ports where they are known: a table holds each connection of the last minute, and
 * rows that nobody asks for are passed over without being read.
 */
public final class TcpTable {

    private static final SocketFile FILE =
            new SocketFile(List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6")));

    /** States that last for no longer than a packet is on its way. */
    private static final Set<TcpState> PASSING =
            EnumSet.of(TcpState.SYN_SENT, TcpState.SYN_RECV, TcpState.FIN_WAIT1, TcpState.LAST_ACK, TcpState.CLOSING);

    private TcpTable() {}

    /** Whether this system shows its table. */
    public static boolean isVisible() {
        return FILE.isVisible();
    }

    /** The sockets as they are now; empty where the table is not visible. */
    public static List<TcpSocket> read() {
        return sockets(row -> true);
    }

    /** The sockets of which one end or the other has such a port. */
    public static List<TcpSocket> read(IntPredicate port) {
        return sockets(row -> port.test(row.localPort()) || port.test(row.remotePort()));
    }

    /** The listeners that a connection to this address reaches. */
    public static List<TcpSocket> listeners(InetSocketAddress address) {
        return sockets(row -> row.localPort() == address.getPort()
                && row.state() == TcpState.LISTEN
                && socket(row).listensOn(address));
    }

    /** How many connections wait to be accepted at this address; 0 where the table is not visible. */
    public static long queued(InetSocketAddress listener) {
        return listeners(listener).stream().mapToLong(TcpSocket::unread).sum();
    }

    /**
     * Whether of no socket anything is on its way: all that was sent is confirmed, no connection is being opened or
     * closed. True where the table is not visible.
     */
    public static boolean isSettled() {
        return !FILE.any(TcpTable::isMoving);
    }

    /**
     * Whether of no socket anything is on its way that arrives by itself. What waits for its reader, or for a place in
     * the queue of a listener, does not, however long the program sleeps. True where the table is not visible.
     */
    public static boolean isSettledOrStuck() {
        return !FILE.any(row -> isMoving(row) && row.state() != TcpState.SYN_SENT && !row.waitsForTheReader());
    }

    private static boolean isMoving(SocketRow row) {
        TcpState state = row.state();
        return PASSING.contains(state) || (state != TcpState.LISTEN && row.unsent() > 0);
    }

    private static List<TcpSocket> sockets(Predicate<SocketRow> wanted) {
        List<TcpSocket> sockets = new ArrayList<>();
        FILE.any(row -> {
            if (wanted.test(row)) {
                sockets.add(socket(row));
            }
            return false;
        });
        return sockets;
    }

    private static TcpSocket socket(SocketRow row) {
        return new TcpSocket(row.local(), row.remote(), row.state(), row.unsent(), row.unread());
    }

    static TcpSocket parse(String line) {
        return socket(SocketRow.of(line.getBytes(StandardCharsets.US_ASCII)));
    }
}

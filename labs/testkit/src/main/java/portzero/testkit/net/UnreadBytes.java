package portzero.testkit.net;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.kernel.TcpTable;

/** What of one connection the subject has not read yet, as the kernel sees it (Linux only, see {@link TcpTable}). */
final class UnreadBytes {

    /**
     * Bytes that are neither confirmed nor unread are on their way, or have been read and wait for a delayed ACK,
     * up to 40 ms. The kernel's table does not tell which; on the loopback interface they arrive within this time.
     */
    private static final long ON_ITS_WAY = 1_000_000; // nanoseconds

    private final SocketAddress here;
    private final SocketAddress there;

    /**
     * @param here the test's end
     * @param there the subject's
     */
    UnreadBytes(SocketAddress here, SocketAddress there) {
        this.here = here;
        this.there = there;
    }

    /** How many bytes lie unread at the subject's end. */
    long unread() {
        return unread(ends());
    }

    /** Whether the subject has read all that has reached its end, or that cannot be seen. */
    boolean isRead() {
        return unread() == 0;
    }

    /**
     * Whether the subject has read everything sent, or that cannot be seen.
     *
     * @param since when the last byte was sent, in {@link System#nanoTime()}
     */
    boolean isRead(long since) {
        boolean arrived = System.nanoTime() - since >= ON_ITS_WAY;
        List<TcpSocket> both = ends(); // in one look, or bytes could arrive between two, unseen by both
        return unread(both) == 0 && (arrived || unsent(both) == 0);
    }

    private List<TcpSocket> ends() {
        return here instanceof InetSocketAddress endpoint
                ? TcpTable.read(port -> port == endpoint.getPort())
                : List.of(); // a Unix-domain socket
    }

    private long unread(List<TcpSocket> sockets) {
        return sockets.stream()
                .filter(socket -> socket.connects(there, here))
                .mapToLong(TcpSocket::unread)
                .sum();
    }

    private long unsent(List<TcpSocket> sockets) {
        return sockets.stream()
                .filter(socket -> socket.connects(here, there))
                .mapToLong(TcpSocket::unsent)
                .sum();
    }
}

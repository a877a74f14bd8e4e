package portzero.testkit.kernel;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Locale;

/**
 * One row of the kernel's table of TCP sockets.
 *
 * @param local this end
 * @param remote the other end; port 0 for a listener
 * @param state the state
 * @param unsent bytes written that the other side has not confirmed
 * @param unread bytes received that the program has not read; for a listener, connections not accepted
 */
public record TcpSocket(InetSocketAddress local, InetSocketAddress remote, TcpState state, long unsent, long unread) {

    /** Whether these are its two ends. */
    public boolean connects(SocketAddress here, SocketAddress there) {
        return local.equals(here) && remote.equals(there);
    }

    /** Whether it is a listener that a connection to this address reaches, at the address itself or at the wildcard. */
    public boolean listensOn(InetSocketAddress address) {
        boolean here = local.equals(address) || local.getAddress().isAnyLocalAddress();
        return state == TcpState.LISTEN && local.getPort() == address.getPort() && here;
    }

    /** The row as a sentence about its owner. */
    public String text() {
        return state == TcpState.LISTEN
                ? text(local) + "  LISTEN" + queue(unread, "connection", " not accepted")
                : text(local) + " → " + text(remote) + "  " + state + ": " + state.meaning()
                        + queue(unreadBytes(), "byte", " unread");
    }

    /** How many bytes of a connection are unread: the kernel counts an end of stream that has not been read as one byte more. */
    public long unreadBytes() {
        return state == TcpState.CLOSE_WAIT ? Math.max(0, unread - 1) : unread;
    }

    private static String queue(long length, String unit, String what) {
        return length == 0
                ? ""
                : String.format(Locale.ROOT, ", %,d %s%s", length, length == 1 ? unit : unit + "s", what);
    }

    /** An endpoint as {@code 127.0.0.1:80} or {@code [::1]:80}. */
    public static String text(InetSocketAddress endpoint) {
        InetAddress address = endpoint.getAddress();
        String host = address == null ? endpoint.getHostString() : address.getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + endpoint.getPort();
    }
}

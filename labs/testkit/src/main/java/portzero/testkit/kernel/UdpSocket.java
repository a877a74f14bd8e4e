package portzero.testkit.kernel;

import java.net.InetSocketAddress;
import java.util.Locale;

/**
 * One row of the kernel's table of UDP sockets.
 *
 * @param local its address
 * @param remote the only address whose datagrams it takes, if it is connected; port 0 otherwise
 * @param unread whether datagrams wait to be received. The kernel counts the memory that they take, not their bytes
 * @param dropped datagrams that came while there was no room for them
 */
public record UdpSocket(InetSocketAddress local, InetSocketAddress remote, boolean unread, long dropped) {

    /** The row as a sentence about its owner. */
    public String text() {
        return TcpSocket.text(local)
                + (remote.getPort() == 0 ? "" : " → " + TcpSocket.text(remote))
                + "  UDP"
                + (remote.getPort() == 0 ? "" : ", connected")
                + (unread ? ", with datagrams not received" : "")
                + (dropped == 0 ? "" : String.format(Locale.ROOT, ", %,d dropped", dropped));
    }
}

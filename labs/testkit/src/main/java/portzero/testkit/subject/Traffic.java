package portzero.testkit.subject;

import java.util.EnumSet;
import java.util.Set;
import portzero.testkit.kernel.Backlog;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;

/** What is on its way between sockets of this network namespace. */
final class Traffic {

    private static final Set<TcpState> PASSING =
            EnumSet.of(TcpState.SYN_SENT, TcpState.SYN_RECV, TcpState.FIN_WAIT1, TcpState.LAST_ACK, TcpState.CLOSING);

    private Traffic() {}

    /**
     * Whether nothing is on its way: no packet waits to be handed to its socket, all that was sent is confirmed, no
     * connection is being opened or closed.
     */
    static boolean isSettled() {
        return Backlog.isEmpty()
                && TcpTable.isVisible()
                && TcpTable.read().stream().noneMatch(Traffic::isMoving);
    }

    private static boolean isMoving(TcpSocket socket) {
        return (socket.unsent() > 0 && socket.state() != TcpState.LISTEN) || PASSING.contains(socket.state());
    }
}

package portzero.testkit.subject;

import portzero.testkit.kernel.Backlog;
import portzero.testkit.kernel.TcpTable;

/** What is on its way between sockets of this network namespace. */
final class PendingTraffic {

    private PendingTraffic() {}

    /**
     * Whether nothing is on its way: no packet waits to be handed to its socket, all that was sent is confirmed, no
     * connection is being opened or closed.
     */
    static boolean isSettled() {
        return Backlog.isEmpty() && TcpTable.isVisible() && TcpTable.isSettled();
    }

    /** Like {@link #isSettled}, but what cannot arrive before somebody reads or accepts is not on its way. */
    static boolean isSettledOrStuck() {
        return Backlog.isEmpty() && TcpTable.isVisible() && TcpTable.isSettledOrStuck();
    }
}

package portzero.testkit.kernel;

/** What is on its way between sockets of this network namespace. */
public final class PendingTraffic {

    private PendingTraffic() {}

    /**
     * Whether nothing is on its way: no packet waits to be handed to its socket, all that was sent is confirmed, no
     * connection is being opened or closed.
     */
    public static boolean isSettled() {
        return Backlog.isEmpty() && TcpTable.isVisible() && TcpTable.isSettled();
    }

    /** Like {@link #isSettled}, but what cannot arrive before somebody reads or accepts is not on its way. */
    public static boolean isSettledOrStuck() {
        return Backlog.isEmpty() && TcpTable.isVisible() && TcpTable.isSettledOrStuck();
    }
}

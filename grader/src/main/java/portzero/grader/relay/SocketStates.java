package portzero.grader.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;

/**
 * The states of a server's TCP sockets, as the kernel's table tells them (Linux only), and what has changed since the last look.
 * A state counts when two looks find it, so that none is told that only lasts while a packet is on its way.
 */
final class SocketStates {

    private Map<String, TcpState> before = new HashMap<>();
    private final Map<String, TcpState> told = new HashMap<>();

    static boolean areVisible() {
        return TcpTable.isVisible();
    }

    /**
     * Looks at a server's sockets, and tells what has changed.
     *
     * @param port the server's
     * @param client names the other end by its port; empty for one that it does not know
     */
    List<String> changes(int port, IntFunction<String> client) {
        Map<String, TcpState> now = new HashMap<>();
        for (TcpSocket socket : TcpTable.read(one -> one == port)) {
            String name = socket.state() == TcpState.LISTEN
                    ? "listener"
                    : client.apply(socket.remote().getPort());
            if (socket.local().getPort() == port && !name.isEmpty()) {
                now.put(name, socket.state());
            }
        }
        return changes(now);
    }

    /**
     * Looks at the sockets of clients, and tells what has changed.
     *
     * @param port that they are connected to
     * @param client names a client by its own port; empty for one that it does not know
     */
    List<String> changesOfClients(int port, IntFunction<String> client) {
        Map<String, TcpState> now = new HashMap<>();
        for (TcpSocket socket : TcpTable.read(one -> one == port)) {
            String name = client.apply(socket.local().getPort());
            if (socket.remote().getPort() == port && !name.isEmpty()) {
                now.put(name, socket.state());
            }
        }
        return changes(now);
    }

    private List<String> changes(Map<String, TcpState> now) {
        List<String> changes = new ArrayList<>();
        now.forEach((name, state) -> {
            if (state == before.get(name) && state != told.get(name)) {
                told.put(name, state);
                changes.add(name + " is in " + state + (state == TcpState.LISTEN ? "" : ": " + state.meaning()));
            }
        });
        told.keySet().stream()
                .filter(name -> !now.containsKey(name) && !before.containsKey(name))
                .toList()
                .forEach(name -> {
                    told.remove(name);
                    changes.add(name + " is gone");
                });
        before = now;
        return changes;
    }
}

package portzero.testkit.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.kernel.TcpState;

/** What the kernel says about a program's TCP sockets: what was left behind first, what is as it should be last. */
final class SocketListing {

    /** So many in the same state show what there is to see. */
    private static final int OF_ONE_STATE = 3;

    private SocketListing() {}

    static List<String> of(List<TcpSocket> sockets) {
        Map<TcpState, List<TcpSocket>> byState =
                new TreeMap<>(Comparator.comparing(SocketListing::rank).thenComparing(Comparator.naturalOrder()));
        sockets.forEach(socket -> byState.computeIfAbsent(socket.state(), state -> new ArrayList<>())
                .add(socket));
        List<String> lines = new ArrayList<>();
        byState.forEach((state, those) -> {
            those.stream().limit(OF_ONE_STATE).map(TcpSocket::text).forEach(lines::add);
            if (those.size() > OF_ONE_STATE) {
                lines.add("and " + (those.size() - OF_ONE_STATE) + " more in " + state);
            }
        });
        return lines;
    }

    private static int rank(TcpState state) {
        return switch (state) {
            case CLOSE_WAIT -> 0;
            case LISTEN -> 2;
            case TIME_WAIT -> 3;
            default -> 1;
        };
    }
}

package portzero.grader.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import portzero.grader.io.DaemonThread;
import portzero.testkit.trace.TraceEvent;

/**
 * Relays connections. An end of stream is passed on as one, and a reset as a reset; what one side does not read, the other
 * cannot go on to send, as if they were connected with each other.
 */
final class TcpRelay implements Relay {

    private static final int BLOCK = 16 << 10; // bytes
    private static final int SMALL = 16 << 10; // bytes; a relay should hold back as little as it can
    private static final int BACKLOG = 256;

    private final Consumer<RelayEvent> events;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> clients = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> callers = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private volatile InetSocketAddress server;

    /**
     * Begins to relay.
     *
     * @param port where clients connect; 0 for any free port
     * @param events is told what happens, and may make whoever tells it wait
     */
    TcpRelay(InetSocketAddress server, int port, Consumer<RelayEvent> events) throws IOException {
        this.server = server;
        this.events = events;
        listener = new ServerSocket();
        listener.setReceiveBufferSize(SMALL);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        DaemonThread.start("relay-accept", this::accept);
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    @Override
    public void serve(InetSocketAddress another) {
        server = another;
    }

    @Override
    public OptionalInt client(int port) {
        return number(clients, port);
    }

    @Override
    public OptionalInt caller(int port) {
        return number(callers, port);
    }

    private static OptionalInt number(Map<Integer, Integer> numbers, int port) {
        Integer number = numbers.get(port);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                int number = last.incrementAndGet();
                callers.put(client.getPort(), number);
                DaemonThread.start("relay-" + number, () -> relay(number, client));
            } catch (IOException closedOrGone) {
                // and the loop sees which
            }
        }
    }

    private void relay(int number, Socket client) {
        events.accept(RelayEvent.of(number, true, TraceEvent.Kind.CONNECT, "connects"));
        Socket onward = new Socket();
        open.add(onward);
        try {
            onward.setReceiveBufferSize(SMALL);
            InetSocketAddress present = server;
            onward.bind(Relay.beside(present));
            clients.put(onward.getLocalPort(), number);
            onward.connect(present);
        } catch (IOException refused) {
            events.accept(RelayEvent.of(number, false, TraceEvent.Kind.RESET, "is refused: nobody listens"));
            abort(client, onward);
            return;
        }
        AtomicInteger directions = new AtomicInteger(2);
        DaemonThread.start("relay-" + number + "-back", () -> pass(number, false, onward, client, directions));
        pass(number, true, client, onward, directions);
    }

    private void pass(int number, boolean fromClient, Socket from, Socket to, AtomicInteger directions) {
        byte[] block = new byte[BLOCK];
        boolean reading = true;
        try {
            for (int n = from.getInputStream().read(block);
                    n >= 0;
                    n = from.getInputStream().read(block)) {
                events.accept(RelayEvent.data(number, fromClient, TraceEvent.Kind.DATA, block, n));
                reading = false;
                to.getOutputStream().write(block, 0, n);
                reading = true;
            }
            events.accept(RelayEvent.of(number, fromClient, TraceEvent.Kind.END, "ends its stream"));
            to.shutdownOutput();
            if (directions.decrementAndGet() == 0) {
                close(from, to);
            }
        } catch (IOException broken) {
            if (!from.isClosed() && !to.isClosed()) { // otherwise the other direction has told of it
                events.accept(
                        RelayEvent.of(number, fromClient == reading, TraceEvent.Kind.RESET, "resets the connection"));
            }
            abort(from, to);
        }
    }

    /** Closes both with a reset, which is what whoever is left is to see. */
    private void abort(Socket one, Socket other) {
        reset(one);
        reset(other);
        close(one, other);
    }

    private void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException closed) { // it has been reset or has ended
            open.remove(socket);
        }
    }

    private void close(Socket one, Socket other) {
        close(one);
        close(other);
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            events.accept(RelayEvent.of(0, true, TraceEvent.Kind.NOTE, "a socket cannot be closed: " + gone));
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}

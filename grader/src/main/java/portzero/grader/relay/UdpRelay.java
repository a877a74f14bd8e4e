package portzero.grader.relay;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import portzero.grader.io.DaemonThread;
import portzero.testkit.trace.TraceEvent;

/** Relays datagrams. Each client that the relay hears of has a socket to the server, so that the server can tell them apart. */
final class UdpRelay implements Relay {

    private static final int LARGEST = 65_535; // bytes
    private static final int MOST_CLIENTS = 200;

    private final Consumer<RelayEvent> events;
    private final DatagramSocket front;
    private final Map<SocketAddress, Onward> clients = new LinkedHashMap<>();
    private InetSocketAddress server;
    private int last;

    /** The socket to the server of one client. */
    private record Onward(int number, DatagramSocket socket, InetSocketAddress server) {}

    /**
     * Begins to relay.
     *
     * @param port where clients send to; 0 for any free port
     * @param events is told what happens, and may make whoever tells it wait
     */
    UdpRelay(InetSocketAddress server, int port, Consumer<RelayEvent> events) throws IOException {
        this.server = server;
        this.events = events;
        front = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        DaemonThread.start("relay-datagrams", this::receive);
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) front.getLocalSocketAddress();
    }

    @Override
    public synchronized void serve(InetSocketAddress another) {
        server = another;
        clients.values().forEach(onward -> onward.socket().close());
        clients.clear();
    }

    @Override
    public synchronized OptionalInt client(int port) {
        return clients.values().stream()
                .filter(onward -> onward.socket().getLocalPort() == port)
                .mapToInt(Onward::number)
                .findFirst();
    }

    @Override
    public synchronized OptionalInt caller(int port) {
        return clients.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof InetSocketAddress client && client.getPort() == port)
                .mapToInt(entry -> entry.getValue().number())
                .findFirst();
    }

    private void receive() {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!front.isClosed()) {
            try {
                packet.setLength(LARGEST);
                front.receive(packet);
                Onward onward = onward(packet.getSocketAddress());
                tell(onward.number(), true, packet);
                onward.socket().send(new DatagramPacket(packet.getData(), packet.getLength(), onward.server()));
            } catch (IOException closedOrLost) {
                // and the loop sees which
            }
        }
    }

    private void tell(int number, boolean fromClient, DatagramPacket packet) {
        events.accept(
                RelayEvent.data(number, fromClient, TraceEvent.Kind.DATAGRAM, packet.getData(), packet.getLength()));
    }

    private synchronized Onward onward(SocketAddress client) throws IOException {
        Onward known = clients.get(client);
        if (known != null) {
            return known;
        }
        if (clients.size() == MOST_CLIENTS) {
            Iterator<Onward> oldest = clients.values().iterator();
            oldest.next().socket().close();
            oldest.remove();
        }
        DatagramSocket socket = new DatagramSocket(Relay.beside(server));
        Onward onward = new Onward(++last, socket, server); // not connected: JDK 17 sends no empty datagram then
        clients.put(client, onward);
        DaemonThread.start("relay-datagrams-" + onward.number(), () -> passBack(onward, client));
        return onward;
    }

    private void passBack(Onward onward, SocketAddress client) {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!onward.socket().isClosed()) {
            try {
                packet.setLength(LARGEST);
                onward.socket().receive(packet);
                if (!packet.getSocketAddress().equals(onward.server())) {
                    continue; // a stranger's
                }
                tell(onward.number(), false, packet);
                front.send(new DatagramPacket(packet.getData(), packet.getLength(), client));
            } catch (IOException closedOrLost) {
                // and the loop sees which
            }
        }
    }

    @Override
    public synchronized void close() {
        front.close();
        clients.values().forEach(onward -> onward.socket().close());
    }
}

package portzero.grader.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.OptionalInt;
import java.util.function.Consumer;
import portzero.testkit.wire.Transport;

/** Stands between clients and a server, passes on what each says, and tells of it. */
interface Relay extends AutoCloseable {

    /** Where clients connect. */
    InetSocketAddress address();

    /**
     * Begins to relay.
     *
     * @param server to whom
     * @param port where clients connect; 0 for any free port
     * @param events is told what happens, and may make whoever tells it wait
     */
    static Relay open(Transport transport, InetSocketAddress server, int port, Consumer<RelayEvent> events)
            throws IOException {
        return transport == Transport.TCP ? new TcpRelay(server, port, events) : new UdpRelay(server, port, events);
    }

    /** Where a socket that is to speak to this server may be bound: beside it, if it is on this machine. */
    static InetSocketAddress beside(InetSocketAddress server) {
        InetAddress address = server.getAddress();
        return address.isLoopbackAddress() ? new InetSocketAddress(address, 0) : new InetSocketAddress(0);
    }

    /** Takes another server from now on. */
    void serve(InetSocketAddress server);

    /** Which client the server knows by this port of the relay's. */
    OptionalInt client(int port);

    /** Which client has this port itself. */
    OptionalInt caller(int port);

    @Override
    void close() throws IOException;
}

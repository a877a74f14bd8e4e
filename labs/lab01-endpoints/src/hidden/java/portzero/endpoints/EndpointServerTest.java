package portzero.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import portzero.testkit.Hint;
import portzero.testkit.Listener;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;
import portzero.testkit.kernel.TcpTable;

/** By which addresses a server is reached, and what is left of it when it fails or is closed. */
class EndpointServerTest {

    @Test
    @Task(4)
    @Points(4)
    @Hint("A socket that is given only a port listens on every address; give it the loopback address as well")
    @Reading("addresses#loopback-wildcard")
    void this_machine_is_reached_by_loopback_alone(@Subject(EndpointServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.listen(Reach.THIS_MACHINE, 0);

        wire.connect(loopback(wire, address.getPort()));
        wire.expectRefused(neighbour(address.getPort()));
    }

    @Test
    @Task(4)
    @Points(3)
    @Hint("Everyone means the wildcard: new InetSocketAddress(port). The empty name is no wildcard in Java")
    @Reading("addresses#empty-name")
    void everyone_can_connect_by_every_address(@Subject(EndpointServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.listen(Reach.EVERYONE, 0);

        wire.connect(loopback(wire, address.getPort()));
        wire.connect(neighbour(address.getPort()));
    }

    @Test
    @Task(4)
    @Points(3)
    @Hint("Let the exception of a failed bind reach the caller, who asked for this port and no other")
    @Reading("addresses#taken")
    void reports_a_port_that_is_taken(@Subject(EndpointServer.class) Server server, Wire wire) throws Exception {
        int taken = wire.listen().address().getPort();

        wire.start(() -> server.listen(Reach.THIS_MACHINE, taken)).failure(IOException.class);
    }

    @Test
    @Task(4)
    @Points(2)
    @Hint("A bind that failed leaves nothing behind: no socket that is open, and no field that says it listens")
    @Reading("addresses#taken")
    void can_be_asked_again_after_a_failure(@Subject(EndpointServer.class) Server server, Wire wire) throws Exception {
        Listener other = wire.listen();
        int port = other.address().getPort();
        wire.start(() -> server.listen(Reach.THIS_MACHINE, port)).failure(IOException.class);
        other.close();
        wire.note("test stops listening there");

        wire.connect(server.listen(Reach.THIS_MACHINE, port));
    }

    @Test
    @Task(4)
    @Points(2)
    @Hint("A port can be listened on again as soon as the socket that had it is closed")
    @Reading("addresses#taken")
    void another_server_can_have_the_port_after_close(
            @Subject(EndpointServer.class) Server first, @Subject(EndpointServer.class) Server second, Wire wire)
            throws IOException {
        InetSocketAddress address = first.listen(Reach.THIS_MACHINE, 0);
        wire.connect(address).close();
        first.close();

        wire.connect(second.listen(Reach.THIS_MACHINE, address.getPort()));
    }

    @Test
    @Task(4)
    @Points(1)
    @Hint("There may be no socket yet when close is called, and none any more when it is called again")
    @Reading("ending#try-with-resources")
    void closing_too_early_or_twice_does_nothing(
            @Subject(EndpointServer.class) Server idle, @Subject(EndpointServer.class) Server server, Wire wire)
            throws IOException {
        idle.close();

        wire.connect(server.listen(Reach.THIS_MACHINE, 0)).close();
        server.close();
        server.close();
    }

    @Test
    @Task(5)
    @Points(4)
    @Hint("When one bind fails, the sockets that were bound before it are still open: close them before you throw")
    @Reading("addresses#all-or-none")
    void leaves_nothing_open_when_one_address_fails(@Subject(EndpointServer.class) Server server, Wire wire)
            throws Exception {
        InetSocketAddress taken = wire.listen().address();
        InetSocketAddress free = neighbour(taken.getPort()); // the same port by another address

        wire.start(() -> server.listenOnAll(List.of(free, taken))).failure(IOException.class);

        wire.expectRefused(free);
    }

    @Test
    @Task(5)
    @Points(2)
    @Hint("Close has as many sockets to close as listenOnAll opened: keep all of them, not just the last")
    @Reading("addresses#all-or-none")
    void close_frees_every_port(@Subject(EndpointServer.class) Server server, Wire wire) throws IOException {
        List<InetSocketAddress> addresses =
                server.listenOnAll(List.of(wire.loopback(), wire.loopback(), wire.loopback()));
        assertThat(addresses).as("addresses that it listens on").hasSize(3);

        server.close();

        for (InetSocketAddress address : addresses) {
            wire.expectRefused(address);
        }
    }

    private static InetSocketAddress loopback(Wire wire, int port) {
        return new InetSocketAddress(wire.loopback().getAddress(), port);
    }

    /** A port by another address than 127.0.0.1 that leads to this machine: on Linux, all of 127.0.0.0/8 does. */
    private static InetSocketAddress neighbour(int port) {
        return new InetSocketAddress(TcpTable.isVisible() ? "127.0.0.2" : "::1", port);
    }
}

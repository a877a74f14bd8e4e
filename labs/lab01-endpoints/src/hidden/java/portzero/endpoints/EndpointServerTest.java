package portzero.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.net.Listener;
import portzero.testkit.net.TestNetwork;

/** By which addresses a server is reached, and what is left of it when it fails or is closed. */
class EndpointServerTest {

    private static final int MANY = 40; // failures; the JVM opens fewer descriptors of its own meanwhile

    @LabTest(
            task = 4,
            points = 3,
            hint = "A socket that is given only a port listens on every address; give it the loopback address as well",
            notes = "addresses#loopback-wildcard")
    void this_machine_is_reached_by_loopback_alone(@Subject(EndpointServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.listen(Reach.THIS_MACHINE, 0);

        assertThat(address).isEqualTo(loopback(network, address.getPort()));
        network.connect(address);
        network.expectRefused(neighbour(address.getPort()));
    }

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "Everyone means the wildcard, new InetSocketAddress(port), for IPv4 and IPv6; the empty name is none in Java",
            notes = "addresses#loopback-wildcard")
    void everyone_can_connect_by_every_address(@Subject(EndpointServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.listen(Reach.EVERYONE, 0);

        assertThat(address.getAddress().isAnyLocalAddress())
                .withFailMessage("Expected  the wildcard, to which the socket is bound%nbut       got %s", address)
                .isTrue();
        network.connect(loopback(network, address.getPort()));
        network.connect(neighbour(address.getPort()));
        Optional<InetSocketAddress> ipv6 = network.loopback6();
        if (ipv6.isPresent()) {
            network.connect(new InetSocketAddress(ipv6.get().getAddress(), address.getPort()));
        }
    }

    @LabTest(
            task = 4,
            points = 3,
            hint = "Let the exception of a failed bind reach the caller, who asked for this port and no other",
            notes = "addresses#taken")
    void reports_a_port_that_is_taken(
            @Subject(EndpointServer.class) Server first,
            @Subject(EndpointServer.class) Server second,
            TestNetwork network)
            throws Exception {
        int taken = network.listen().address().getPort();
        network.start(() -> second.listen(Reach.THIS_MACHINE, taken)).failure(IOException.class);

        int shared = first.listen(Reach.EVERYONE, 0).getPort(); // two of a kind could agree to share
        network.start(() -> second.listen(Reach.EVERYONE, shared)).failure(IOException.class);
    }

    @LabTest(
            task = 4,
            points = 2,
            hint =
                    "A bind that failed leaves nothing behind: no socket that is open, and no field that says it listens",
            notes = "addresses#taken")
    void can_be_asked_again_after_a_failure(@Subject(EndpointServer.class) Server server, TestNetwork network)
            throws Exception {
        Listener other = network.listen();
        int port = other.address().getPort();
        network.start(() -> server.listen(Reach.THIS_MACHINE, port)).failure(IOException.class);
        other.close();
        network.note("test stops listening there");

        InetSocketAddress address = server.listen(Reach.THIS_MACHINE, port);

        assertThat(address.getPort()).as("port that was asked for").isEqualTo(port);
        network.connect(address);
    }

    @LabTest(
            task = 4,
            points = 1,
            hint =
                    "A socket is open from the moment you have it, bound or not: close it on the way out of a failed listen",
            notes = "addresses#taken")
    void leaves_nothing_open_when_it_cannot_listen(@Subject(EndpointServer.class) Server server, TestNetwork network)
            throws IOException {
        int taken = network.listen().address().getPort();
        attempt(server, taken);

        OpenFileCheck before = network.descriptors();
        for (int i = 0; i < MANY; i++) {
            attempt(server, taken);
        }
        before.expectAtMostMore(MANY / 2);
    }

    @LabTest(
            task = 4,
            points = 1,
            hint =
                    "What belongs to one server is kept in its own fields, not in static ones: another object has its own sockets",
            notes = "addresses#taken")
    void two_servers_have_nothing_in_common(
            @Subject(EndpointServer.class) Server first,
            @Subject(EndpointServer.class) Server second,
            TestNetwork network)
            throws IOException {
        InetSocketAddress one = first.listen(Reach.THIS_MACHINE, 0);
        InetSocketAddress two = second.listen(Reach.THIS_MACHINE, 0);
        network.connect(one).close();

        first.close();

        network.expectRefused(one);
        network.connect(two).close();
        second.close();
        network.expectRefused(two);
    }

    @LabTest(
            task = 4,
            points = 1,
            hint = "Listen and return: nobody is accepted in this lab, and no thread is needed for that",
            notes = "tcp#backlog")
    void accepts_nobody_and_starts_no_thread(@Subject(EndpointServer.class) Server server, TestNetwork network)
            throws Exception {
        InetSocketAddress address = server.listen(Reach.THIS_MACHINE, 0);

        network.connect(address);
        network.connect(address);

        network.expectNoThreads();
        if (TcpTable.isVisible()) {
            network.awaitRest();
            assertThat(TcpTable.queued(address))
                    .as("connections that wait to be accepted")
                    .isEqualTo(2);
        }
    }

    @LabTest(
            task = 4,
            points = 1,
            hint = "A port can be listened on again as soon as the socket that had it is closed",
            notes = "addresses#taken")
    void another_server_can_have_the_port_after_close(
            @Subject(EndpointServer.class) Server first,
            @Subject(EndpointServer.class) Server second,
            TestNetwork network)
            throws IOException {
        InetSocketAddress address = first.listen(Reach.THIS_MACHINE, 0);
        network.connect(address).close();
        first.close();

        InetSocketAddress again = second.listen(Reach.THIS_MACHINE, address.getPort());

        assertThat(again).isEqualTo(address);
        network.connect(again);
    }

    @LabTest(
            task = 4,
            points = 1,
            hint = "There may be no socket yet when close is called, and none any more when it is called again",
            notes = "ending#try-with-resources")
    void closing_too_early_or_twice_does_nothing(
            @Subject(EndpointServer.class) Server idle,
            @Subject(EndpointServer.class) Server failed,
            @Subject(EndpointServer.class) Server server,
            TestNetwork network)
            throws Exception {
        idle.close();

        int taken = network.listen().address().getPort();
        attempt(failed, taken);
        failed.close();

        network.connect(server.listen(Reach.THIS_MACHINE, 0)).close();
        server.close();
        server.close();
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "Bind each socket to the whole address that stands in the list, and return what it was bound to, in that order",
            notes = "addresses#all-or-none")
    void listens_on_these_addresses_in_their_order(@Subject(EndpointServer.class) Server server, TestNetwork network)
            throws IOException {
        List<InetSocketAddress> asked = new ArrayList<>();
        for (int i = 8; i >= 1; i--) { // so many that no other order happens to be this one
            asked.add(TcpTable.isVisible() ? new InetSocketAddress("127.0.0." + i, 0) : neighbour(0));
        }
        Collections.swap(asked, 2, 5);
        int port = network.listen().address().getPort(); // by another address than these: free for them
        asked.set(
                3,
                new InetSocketAddress(asked.get(3).getAddress(), port)); // a port that is asked for among free choices

        List<InetSocketAddress> addresses = server.listenOnAll(asked);

        assertThat(addresses).extracting(InetSocketAddress::getAddress).containsExactlyElementsOf(hosts(asked));
        assertThat(addresses.get(3).getPort()).as("port that was asked for").isEqualTo(port);
        for (InetSocketAddress address : addresses) {
            network.connect(address);
        }
        network.expectRefused(loopback(network, addresses.get(0).getPort()));
    }

    @LabTest(
            task = 5,
            points = 3,
            hint =
                    "When one bind fails, the sockets that were bound before it are still open: close them before you throw",
            notes = "addresses#all-or-none")
    void leaves_nothing_open_when_one_address_fails(@Subject(EndpointServer.class) Server server, TestNetwork network)
            throws Exception {
        Listener other = network.listen();
        InetSocketAddress taken = other.address();
        InetSocketAddress free = neighbour(taken.getPort()); // the same port by another address
        InetSocketAddress last = TcpTable.isVisible() ? new InetSocketAddress("127.0.0.3", taken.getPort()) : free;

        network.start(() -> server.listenOnAll(List.of(free, taken, last))).failure(IOException.class);

        refusesAtOnce(network, free);
        network.expectRefused(last);
        other.close();
        network.note("test stops listening there");
        server.listenOnAll(List.of(taken, free));
        network.connect(taken);
        network.connect(free);
    }

    @LabTest(
            task = 5,
            points = 2,
            hint = "Close has as many sockets to close as listenOnAll opened: keep all of them, not just the last",
            notes = "addresses#all-or-none")
    void close_frees_every_port(@Subject(EndpointServer.class) Server server, TestNetwork network) throws IOException {
        List<InetSocketAddress> addresses =
                server.listenOnAll(List.of(network.loopback(), network.loopback(), network.loopback()));
        assertThat(addresses).as("addresses that it listens on").hasSize(3);

        server.close();

        refusesAtOnce(network, addresses.get(2));
        refusesAtOnce(network, addresses.get(1));
        refusesAtOnce(network, addresses.get(0));
    }

    /** Has a server try in vain to listen on a port. Whether it says so is what another test asks. */
    private static void attempt(Server server, int taken) {
        try {
            server.listen(Reach.THIS_MACHINE, taken);
        } catch (IOException refused) {
            // as it should be
        }
    }

    /** Nobody waits in accept in this lab, so that a listener is gone as soon as it is closed. */
    private static void refusesAtOnce(TestNetwork network, InetSocketAddress address) throws IOException {
        assertThat(TcpTable.listeners(address))
                .withFailMessage("Expected  no listener on %s any more%nbut       there still is one", address)
                .isEmpty();
        network.expectRefused(address);
    }

    private static List<InetAddress> hosts(List<InetSocketAddress> addresses) {
        return addresses.stream().map(InetSocketAddress::getAddress).toList();
    }

    private static InetSocketAddress loopback(TestNetwork network, int port) {
        return new InetSocketAddress(network.loopback().getAddress(), port);
    }

    /** A port by another address than 127.0.0.1 that leads to this machine: on Linux, all of 127.0.0.0/8 does. */
    private static InetSocketAddress neighbour(int port) {
        return new InetSocketAddress(TcpTable.isVisible() ? "127.0.0.2" : "::1", port);
    }
}

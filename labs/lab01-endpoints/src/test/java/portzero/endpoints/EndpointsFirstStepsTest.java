package portzero.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** The tests that you can read. They go through the tasks in order; the others look closer at the same things. */
class EndpointsFirstStepsTest {

    @LabTest(
            task = 1,
            points = 3,
            hint =
                    "The port follows the last colon, the host is what is before it, and nobody is asked whether it exists",
            notes = "addresses#endpoint-text")
    void reads_a_name_and_a_port(@Subject(EndpointText.class) Notation notation, TestNetwork network) {
        Endpoint byName = new Endpoint(network.letters(8) + ".example", port(network));
        Endpoint byAddress = new Endpoint("192.0.2." + network.random().nextInt(256), port(network));

        assertThat(notation.parse(byName.host() + ":" + byName.port())).isEqualTo(byName);
        assertThat(notation.parse(byAddress.host() + ":" + byAddress.port())).isEqualTo(byAddress);
    }

    @LabTest(
            task = 1,
            points = 3,
            hint = "An IPv6 address has colons of its own, so it stands in brackets; they are no part of the address",
            notes = "addresses#endpoint-text")
    void reads_an_ipv6_address_in_brackets(@Subject(EndpointText.class) Notation notation, TestNetwork network) {
        Endpoint loopback = new Endpoint("::1", port(network));
        Endpoint other = new Endpoint("2001:db8::" + Integer.toHexString(port(network)), port(network));

        assertThat(notation.parse("[::1]:" + loopback.port())).isEqualTo(loopback);
        assertThat(notation.parse("[" + other.host() + "]:" + other.port())).isEqualTo(other);
    }

    @LabTest(
            task = 1,
            points = 3,
            hint = "Put brackets around a host that has a colon, and around no other",
            notes = "addresses#endpoint-text")
    void prints_brackets_only_around_an_ipv6_address(
            @Subject(EndpointText.class) Notation notation, TestNetwork network) {
        int port = port(network);
        String name = network.letters(8) + ".example";

        assertThat(notation.print(new Endpoint(name, port))).isEqualTo(name + ":" + port);
        assertThat(notation.print(new Endpoint("127.0.0.1", port))).isEqualTo("127.0.0.1:" + port);
        assertThat(notation.print(new Endpoint("2001:db8::7", port))).isEqualTo("[2001:db8::7]:" + port);
    }

    @LabTest(
            task = 2,
            points = 3,
            hint = "System ports, then user ports, then dynamic ports: look up where each of the three ranges begins",
            notes = "addresses#port-ranges")
    void tells_the_three_ranges_apart(@Subject(PortNumbers.class) Ports ports, TestNetwork network) {
        is(PortRange.SYSTEM, ports, 1 + network.random().nextInt(1000));
        is(PortRange.USER, ports, 1100 + network.random().nextInt(48_000));
        is(PortRange.DYNAMIC, ports, 50_000 + network.random().nextInt(15_000));
    }

    private static void is(PortRange range, Ports ports, int port) {
        assertThat(ports.rangeOf(port)).as("range of port %d", port).isEqualTo(range);
    }

    @LabTest(
            task = 3,
            points = 3,
            hint = "Java reads an address in text without asking anybody; pass it on, be it IPv4 or IPv6",
            notes = "addresses#names")
    void reads_addresses_in_text(@Subject(HostNames.class) Names names, TestNetwork network) throws IOException {
        int last = network.random().nextInt(256);
        String group = Integer.toHexString(port(network));
        byte[] address = {127, 0, 2, (byte) last};
        InetAddress ipv6 = InetAddress.getByName("2001:db8::" + group); // text too: nothing is looked up

        only(InetAddress.getByAddress(address), names.addressesOf("127.0.2." + last));
        only(ipv6, names.addressesOf("2001:db8::" + group));
    }

    private static void only(InetAddress expected, List<InetAddress> found) {
        assertThat(found)
                .withFailMessage("Expected  the one address %s%nbut       got %s", expected, found)
                .containsExactly(expected);
    }

    @LabTest(
            task = 4,
            points = 3,
            hint = "After binding to port 0, ask the socket for its address: that one has the port you were given",
            notes = "addresses#port-zero")
    void listen_returns_the_real_port(@Subject(EndpointServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.listen(Reach.THIS_MACHINE, 0);

        assertThat(address)
                .withFailMessage("Expected listen to return the address that it is bound to, but it returned null")
                .isNotNull();
        assertThat(address.getPort())
                .withFailMessage("Expected listen to return the port that the system chose, but it returned port 0")
                .isNotZero();
        network.connect(address);
    }

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "The port is taken as long as the listening socket is open: close must close the one that listen opened",
            notes = "addresses#taken")
    void close_frees_the_port(@Subject(EndpointServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.listen(Reach.THIS_MACHINE, 0);
        network.connect(address).close();

        server.close();

        network.expectRefused(address);
    }

    @LabTest(
            task = 5,
            points = 2,
            hint = "Each address needs a listening socket of its own, and each of those has a port of its own",
            notes = "addresses#all-or-none")
    void listens_on_every_address(@Subject(EndpointServer.class) Server server, TestNetwork network)
            throws IOException {
        int number = 2 + network.random().nextInt(3);

        List<InetSocketAddress> addresses = server.listenOnAll(Collections.nCopies(number, network.loopback()));

        assertThat(addresses)
                .withFailMessage("Expected %d addresses, each with its own port, but got %s", number, addresses)
                .doesNotHaveDuplicates()
                .hasSize(number);
        for (InetSocketAddress address : addresses) {
            network.connect(address);
        }
    }

    @LabTest(
            task = 6,
            points = 3,
            hint = "Ask the connected socket for its local and its remote address",
            notes = "sockets#triad")
    void connects_and_tells_both_ends(@Subject(EndpointClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();

        EndpointPair ends = client.connect(List.of(listener.address()));

        Peer server = listener.accept();
        assertThat(ends).isEqualTo(new EndpointPair((InetSocketAddress) server.remoteAddress(), listener.address()));
    }

    @LabTest(
            task = 6,
            points = 2,
            hint =
                    "Keep the socket in a field: the connection stays open after connect has returned, and close ends it",
            notes = "ending#try-with-resources")
    void the_connection_is_open_until_close(@Subject(EndpointClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        client.connect(List.of(listener.address()));
        Peer server = listener.accept().expectOpen();

        client.close();

        server.expectEnd();
    }

    /** A number that could be a port. */
    private static int port(TestNetwork network) {
        return 1 + network.random().nextInt(65_535);
    }
}

package portzero.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** How a client goes through several addresses. */
class EndpointClientTest {

    private static final int MANY = 40; // failures; the JVM opens fewer descriptors of its own meanwhile

    /** A group of hosts, which no TCP connection can be made to: it fails at once and no packet is sent. */
    private static final String GROUP = "224.0.0.1";

    @LabTest(
            task = 6,
            points = 2,
            hint = "A refusal is an exception: catch it inside the loop, and try the next address with a new socket",
            notes = "addresses#try-all")
    void falls_back_when_an_address_refuses(@Subject(EndpointClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        InetSocketAddress last = listener.address();
        try (SocketChannel one = refusing(network);
                SocketChannel two = refusing(network)) {

            EndpointPair ends = client.connect(List.of(address(one), address(two), last));

            assertThat(ends.remote()).as("remote end of the connection").isEqualTo(last);
            Peer server = listener.accept();
            assertThat(ends.local()).as("local end of the connection").isEqualTo(server.remoteAddress());
        }
    }

    @LabTest(
            task = 6,
            points = 2,
            hint =
                    "Not every failure is a ConnectException: an address may be unreachable. Catch IOException, try the next",
            notes = "addresses#try-all")
    void goes_on_when_an_address_cannot_be_reached(@Subject(EndpointClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        InetSocketAddress unreachable =
                new InetSocketAddress(GROUP, listener.address().getPort());

        client.connect(List.of(unreachable, listener.address()));

        listener.accept();
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "An address of IPv6 is a candidate like any other: try it when its turn comes",
            notes = "addresses#try-all")
    void takes_an_ipv6_address_in_its_turn(@Subject(EndpointClient.class) Client client, TestNetwork network)
            throws IOException {
        Optional<InetSocketAddress> ipv6 = network.loopback6();
        if (ipv6.isEmpty()) {
            return;
        }
        Listener next = network.listen();
        try (ServerSocketChannel first = ServerSocketChannel.open().bind(ipv6.get())) {
            InetSocketAddress address = (InetSocketAddress) first.getLocalAddress();

            EndpointPair ends = client.connect(List.of(address, next.address()));

            assertThat(ends.remote()).as("remote end of the connection").isEqualTo(address);
            next.expectNobody();
        }
    }

    @LabTest(
            task = 6,
            points = 2,
            hint =
                    "Leave the loop with the first connection: a second one would take a place at a server that nobody uses",
            notes = "addresses#try-all")
    void stops_at_the_first_that_answers(@Subject(EndpointClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener first = network.listen();
        Listener second = network.listen();

        client.connect(List.of(first.address(), second.address()));

        second.expectNobody();
        first.accept();
        first.expectNobody();
    }

    @LabTest(
            task = 6,
            points = 2,
            hint =
                    "When the last candidate has failed there is nothing to return: throw, best with what failed as the reason",
            notes = "addresses#try-all")
    void reports_that_nobody_answers(@Subject(EndpointClient.class) Client client, TestNetwork network)
            throws Exception {
        try (SocketChannel one = refusing(network);
                SocketChannel two = refusing(network)) {
            List<InetSocketAddress> candidates = List.of(address(one), address(two));

            network.start(() -> client.connect(candidates)).failure(IOException.class);
        }
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "Take a new socket for each candidate when its turn comes, close it if it fails, and note nothing of the failure",
            notes = "trouble#leaks")
    void failures_leave_nothing_behind(@Subject(EndpointClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        InetSocketAddress last = listener.address();
        try (SocketChannel refusing = refusing(network)) {
            List<InetSocketAddress> none = Collections.nCopies(MANY, address(refusing));
            List<InetSocketAddress> one =
                    Stream.of(none, List.of(last), none).flatMap(List::stream).toList();
            attempt(client, none);

            OpenFileCheck before = network.descriptors();
            attempt(client, none);
            client.connect(one);
            before.expectAtMostMore(MANY / 2);
        }
        listener.accept();
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "What belongs to one client is kept in its own field, not in a static one: another object has its own socket",
            notes = "sockets#triad")
    void two_clients_have_nothing_in_common(
            @Subject(EndpointClient.class) Client first,
            @Subject(EndpointClient.class) Client second,
            TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        List<InetSocketAddress> candidates = List.of(listener.address());
        first.connect(candidates);
        Peer one = listener.accept();
        second.connect(candidates);
        Peer two = listener.accept();

        first.close();

        one.expectEnd();
        two.expectOpen();
        second.close();
        two.expectEnd();
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "With no candidate the loop never runs, and there is no failure to throw: check the list before the loop",
            notes = "addresses#try-all")
    void refuses_a_list_without_candidates(@Subject(EndpointClient.class) Client client) throws IOException {
        EndpointPair ends;
        try {
            ends = client.connect(List.of());
        } catch (IllegalArgumentException refused) {
            return;
        }
        fail(
                "Expected  an IllegalArgumentException, as there is nobody to connect to%nbut       connect returned %s",
                ends);
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "There may be no connection yet when close is called, and none any more when it is called again",
            notes = "ending#try-with-resources")
    void closing_too_early_or_twice_does_nothing(
            @Subject(EndpointClient.class) Client idle,
            @Subject(EndpointClient.class) Client failed,
            @Subject(EndpointClient.class) Client client,
            TestNetwork network)
            throws Exception {
        idle.close();

        try (SocketChannel refusing = refusing(network)) {
            attempt(failed, List.of(address(refusing)));
            failed.close();
        }

        Listener listener = network.listen();
        client.connect(List.of(listener.address()));
        client.close();
        client.close();
    }

    /** Has a client try in vain. Whether it says so is what another test asks. */
    private static void attempt(Client client, List<InetSocketAddress> candidates) {
        try {
            client.connect(candidates);
        } catch (IOException refused) {
            // as it should be
        }
    }

    /** A socket that has a port and does not listen: a connection to it is refused. */
    private static SocketChannel refusing(TestNetwork network) throws IOException {
        return SocketChannel.open().bind(network.loopback());
    }

    private static InetSocketAddress address(SocketChannel bound) throws IOException {
        return (InetSocketAddress) bound.getLocalAddress();
    }
}

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
import org.junit.jupiter.api.Test;
import portzero.testkit.Descriptors;
import portzero.testkit.Hint;
import portzero.testkit.Listener;
import portzero.testkit.Peer;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;

/** How a client goes through several addresses. */
class EndpointClientTest {

    private static final int MANY = 40; // failures; the JVM opens fewer descriptors of its own meanwhile

    /** A group of hosts, which no TCP connection can be made to: it fails at once and no packet is sent. */
    private static final String GROUP = "224.0.0.1";

    @Test
    @Task(6)
    @Points(2)
    @Hint("A refusal is an exception: catch it inside the loop, and try the next address with a new socket")
    @Reading("addresses#try-all")
    void falls_back_when_an_address_refuses(@Subject(EndpointClient.class) Client client, Wire wire)
            throws IOException {
        Listener listener = wire.listen();
        InetSocketAddress last = listener.address();
        try (SocketChannel one = refusing(wire);
                SocketChannel two = refusing(wire)) {

            EndpointPair ends = client.connect(List.of(address(one), address(two), last));

            assertThat(ends.remote()).as("remote end of the connection").isEqualTo(last);
            Peer server = listener.accept();
            assertThat(ends.local()).as("local end of the connection").isEqualTo(server.remoteAddress());
        }
    }

    @Test
    @Task(6)
    @Points(2)
    @Hint("Not every failure is a ConnectException: an address may be unreachable. Catch IOException, try the next")
    @Reading("addresses#try-all")
    void goes_on_when_an_address_cannot_be_reached(@Subject(EndpointClient.class) Client client, Wire wire)
            throws IOException {
        Listener listener = wire.listen();
        InetSocketAddress unreachable =
                new InetSocketAddress(GROUP, listener.address().getPort());

        client.connect(List.of(unreachable, listener.address()));

        listener.accept();
    }

    @Test
    @Task(6)
    @Points(1)
    @Hint("An address of IPv6 is a candidate like any other: try it when its turn comes")
    @Reading("addresses#try-all")
    void takes_an_ipv6_address_in_its_turn(@Subject(EndpointClient.class) Client client, Wire wire) throws IOException {
        Optional<InetSocketAddress> ipv6 = wire.loopback6();
        if (ipv6.isEmpty()) {
            return;
        }
        Listener next = wire.listen();
        try (ServerSocketChannel first = ServerSocketChannel.open().bind(ipv6.get())) {
            InetSocketAddress address = (InetSocketAddress) first.getLocalAddress();

            EndpointPair ends = client.connect(List.of(address, next.address()));

            assertThat(ends.remote()).as("remote end of the connection").isEqualTo(address);
            next.expectNobody();
        }
    }

    @Test
    @Task(6)
    @Points(2)
    @Hint("Leave the loop with the first connection: a second one would take a place at a server that nobody uses")
    @Reading("addresses#try-all")
    void stops_at_the_first_that_answers(@Subject(EndpointClient.class) Client client, Wire wire) throws IOException {
        Listener first = wire.listen();
        Listener second = wire.listen();

        client.connect(List.of(first.address(), second.address()));

        second.expectNobody();
        first.accept();
        first.expectNobody();
    }

    @Test
    @Task(6)
    @Points(2)
    @Hint("When the last candidate has failed there is nothing to return: throw, best with what failed as the reason")
    @Reading("addresses#try-all")
    void reports_that_nobody_answers(@Subject(EndpointClient.class) Client client, Wire wire) throws Exception {
        try (SocketChannel one = refusing(wire);
                SocketChannel two = refusing(wire)) {
            List<InetSocketAddress> candidates = List.of(address(one), address(two));

            wire.start(() -> client.connect(candidates)).failure(IOException.class);
        }
    }

    @Test
    @Task(6)
    @Points(1)
    @Hint(
            "Take a new socket for each candidate when its turn comes, close it if it fails, and note nothing of the failure")
    @Reading("trouble#leaks")
    void failures_leave_nothing_behind(@Subject(EndpointClient.class) Client client, Wire wire) throws Exception {
        Listener listener = wire.listen();
        InetSocketAddress last = listener.address();
        try (SocketChannel refusing = refusing(wire)) {
            List<InetSocketAddress> none = Collections.nCopies(MANY, address(refusing));
            List<InetSocketAddress> one =
                    Stream.of(none, List.of(last), none).flatMap(List::stream).toList();
            attempt(client, none);

            Descriptors before = wire.descriptors();
            attempt(client, none);
            client.connect(one);
            before.expectAtMostMore(MANY / 2);
        }
        listener.accept();
    }

    @Test
    @Task(6)
    @Points(1)
    @Hint("What belongs to one client is kept in its own field, not in a static one: another object has its own socket")
    @Reading("sockets#triad")
    void two_clients_have_nothing_in_common(
            @Subject(EndpointClient.class) Client first, @Subject(EndpointClient.class) Client second, Wire wire)
            throws IOException {
        Listener listener = wire.listen();
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

    @Test
    @Task(6)
    @Points(1)
    @Hint("With no candidate the loop never runs, and there is no failure to throw: check the list before the loop")
    @Reading("addresses#try-all")
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

    @Test
    @Task(6)
    @Points(1)
    @Hint("There may be no connection yet when close is called, and none any more when it is called again")
    @Reading("ending#try-with-resources")
    void closing_too_early_or_twice_does_nothing(
            @Subject(EndpointClient.class) Client idle,
            @Subject(EndpointClient.class) Client failed,
            @Subject(EndpointClient.class) Client client,
            Wire wire)
            throws Exception {
        idle.close();

        try (SocketChannel refusing = refusing(wire)) {
            attempt(failed, List.of(address(refusing)));
            failed.close();
        }

        Listener listener = wire.listen();
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
    private static SocketChannel refusing(Wire wire) throws IOException {
        return SocketChannel.open().bind(wire.loopback());
    }

    private static InetSocketAddress address(SocketChannel bound) throws IOException {
        return (InetSocketAddress) bound.getLocalAddress();
    }
}

package portzero.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** Where a server listens, and several servers at a time. */
class AddressTest {

    @LabTest(
            task = 1,
            points = 2,
            hint = "Bind to the whole address, not only to its port, and return what the channel is bound to",
            notes = "addresses#loopback-wildcard")
    void listens_on_the_address_that_it_is_given_and_on_no_other(
            @Subject(PieceServer.class) Server server, @Subject(PieceServer.class) Server server6, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = server.start(network.loopback(), content);

        assertThat(address.getAddress()).isEqualTo(network.loopback().getAddress());
        if (TcpTable.isVisible()) { // on Linux all of 127.0.0.0/8 is loopback, elsewhere only 127.0.0.1
            network.expectRefused(new InetSocketAddress("127.0.0.2", address.getPort()));
        } else {
            network.unchecked("this system has one loopback address", "whether another one is refused");
        }
        Optional<InetSocketAddress> loopback6 = network.loopback6();
        if (loopback6.isPresent()) {
            InetSocketAddress address6 = server6.start(loopback6.get(), content);
            network.connect(address6).send(request.bytes()).expect(request.answer(content));
        }
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "Bind in start itself, and let the exception of bind out: two listeners must not share a port",
            notes = "addresses#taken")
    void a_port_that_is_taken_is_an_error(
            @Subject(PieceServer.class) Server first, @Subject(PieceServer.class) Server second, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = first.start(network.loopback(), content);

        network.start(() -> second.start(address, content)).failure(IOException.class);

        network.connect(address).send(request.bytes()).expect(request.answer(content));
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "Keep everything in fields of the object: what is static belongs to all servers of the program",
            notes = "selectors#state-per-key")
    void two_servers_have_nothing_in_common(
            @Subject(PieceServer.class) Server first, @Subject(PieceServer.class) Server second, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        byte[] empty = new byte[0];
        Request request = Request.any(content, network.random());
        Peer ofFirst = network.connect(first.start(network.loopback(), content));
        ofFirst.send(request.bytes()).expect(request.answer(content));

        Peer ofSecond = network.connect(second.start(network.loopback(), empty));
        ofSecond.send(new Request(0, 0).bytes()).awaitTaken();

        ofFirst.send(request.bytes()).expect(request.answer(content));
        ofSecond.expectOpen();
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "Close what belongs to this server only, and let go of its port: another server may want it at once",
            notes = "selectors#wakeup")
    void closing_a_server_concerns_no_other(
            @Subject(PieceServer.class) Server first,
            @Subject(PieceServer.class) Server second,
            @Subject(PieceServer.class) Server third,
            TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        Request request = Request.any(content, network.random());
        InetSocketAddress address = first.start(network.loopback(), content);
        Peer other = network.connect(second.start(network.loopback(), content));
        network.connect(address).send(request.bytes()).expect(request.answer(content));

        first.close();

        other.send(request.bytes()).expect(request.answer(content));
        third.start(address, content);
        network.connect(address).send(request.bytes()).expect(request.answer(content));
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "start may have failed half-way: close what it has opened, and expect no thread that it has not started",
            notes = "trouble#leaks")
    void a_server_that_could_not_start_can_be_closed(
            @Subject(PieceServer.class) Server first, @Subject(PieceServer.class) Server second, TestNetwork network)
            throws IOException {
        byte[] content = network.bytes(1000);
        InetSocketAddress address = first.start(network.loopback(), content);
        network.start(() -> second.start(address, content)).failure(IOException.class);

        second.close();
        first.close();

        network.expectThreadsAtMost(0);
    }
}

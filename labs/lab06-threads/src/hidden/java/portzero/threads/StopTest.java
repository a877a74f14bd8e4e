package portzero.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static portzero.threads.Guests.MANY;
import static portzero.threads.Guests.ask;
import static portzero.threads.Guests.enter;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import portzero.testkit.Hint;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** How a server and all that it has started end. */
class StopTest {

    @Test
    @Task(5)
    @Points(3)
    @Hint("When all sockets are closed, wait for every thread with join, or shut the pool down and await its end")
    @Reading("threads#joining")
    void close_leaves_no_thread(@Subject(BoardServer.class) Server server, TestNetwork network) throws Exception {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());
        Peer silent = enter(address, network);
        enter(address, network).send("WH").awaitTaken();
        enter(address, network).close();
        network.expectSoon("2", () -> ask(silent, "WHO"));

        server.close();

        network.expectNoThreads();
        network.expectNoneIn(TcpState.CLOSE_WAIT);
    }

    @Test
    @Task(5)
    @Points(1)
    @Hint(
            "A client that was refused may stay: close its socket at once, or let close find it and whoever looks after it")
    @Reading("threads#limits")
    void close_waits_for_no_client_that_was_refused(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), 1, List.of());
        enter(address, network).hold();
        network.connect(address).expect("BUSY\n").expectEnd().hold();

        server.close();

        network.expectNoThreads();
    }

    @Test
    @Task(5)
    @Points(2)
    @Hint("A closed socket tells its thread to end and does not wait for that: join every thread before you return")
    @Reading("threads#joining")
    void close_returns_when_its_threads_have_ended(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());
        byte[] halfALine = network.letters(50_000).getBytes(US_ASCII);
        network.connectMany(address, 200)
                .expect(i -> "HELLO\n".getBytes(US_ASCII))
                .send(i -> halfALine); // so many that are at work do not end in no time

        server.close();

        network.expectAtWork(2); // a thread may have said that it has done its work, and be about to go
    }

    @Test
    @Task(5)
    @Points(2)
    @Hint("Close the socket itself: whatever has to be written or flushed first waits for the client, too")
    @Reading("threads#stopping")
    void close_does_not_wait_for_a_client_that_does_not_read(
            @Subject(BoardServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, Guests.muchToRead(network));
        Guests.slowReader(address, network);

        server.close();

        network.expectRefused(address);
        network.expectNoThreads();
    }

    @Test
    @Task(5)
    @Points(2)
    @Hint("There may be no socket and no thread yet when close is called, or none any more")
    @Reading("threads#joining")
    void a_server_can_be_closed_unstarted_and_twice(
            @Subject(BoardServer.class) Server idle,
            @Subject(BoardServer.class) Server late,
            @Subject(BoardServer.class) Server server,
            TestNetwork network)
            throws IOException {
        Listener holder = network.listen();
        network.start(() -> late.start(holder.address(), 5, List.of())).failure(IOException.class);
        network.expectNoThreads();
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());
        enter(address, network);

        idle.close();
        late.close();
        server.close();
        server.close();

        network.expectRefused(address);
    }

    @Test
    @Task(5)
    @Points(1)
    @Hint("Close what this server has opened and started: its sockets and threads are in its own fields, not static")
    @Reading("threads#stopping")
    void close_ends_no_other_server(
            @Subject(BoardServer.class) Server server, @Subject(BoardServer.class) Server other, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), 5, List.of());
        InetSocketAddress otherAddress = other.start(network.loopback(), 5, List.of("old"));
        Peer here = enter(address, network);
        Peer there = enter(otherAddress, network);

        server.close();

        here.expectEnd();
        network.expectRefused(address);
        there.send("LIST\n").expect("1\nold\n");
        enter(otherAddress, network).send("WHO\n").expect("2\n");
    }
}

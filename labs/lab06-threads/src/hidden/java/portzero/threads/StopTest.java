package portzero.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static portzero.threads.Guests.MANY;
import static portzero.threads.Guests.ask;
import static portzero.threads.Guests.enter;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** How a server and all that it has started end. */
class StopTest {

    @LabTest(
            task = 5,
            points = 3,
            hint =
                    "When all sockets are closed, wait for every thread with join, or shut the pool down and await its end",
            notes = "threads#joining")
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

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "A client that was refused may stay: close its socket at once, or let close find it and whoever looks after it",
            notes = "threads#limits")
    void close_waits_for_no_client_that_was_refused(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), 1, List.of());
        enter(address, network).hold();
        network.connect(address).expect("BUSY\n").expectEnd().hold();

        server.close();

        network.expectNoThreads();
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "A closed socket tells its thread to end and does not wait for that: join every thread before you return",
            notes = "threads#joining")
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

    @LabTest(
            task = 5,
            points = 2,
            hint = "Close the socket itself: whatever has to be written or flushed first waits for the client, too",
            notes = "threads#stopping")
    void close_does_not_wait_for_a_client_that_does_not_read(
            @Subject(BoardServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, Guests.muchToRead(network));
        Guests.slowReader(address, network);
        network.awaitRest(); // now the server is stuck in the middle of the answer

        server.close();

        network.expectRefused(address);
        network.expectNoThreads();
    }

    @LabTest(
            task = 5,
            points = 2,
            hint = "There may be no socket and no thread yet when close is called, or none any more",
            notes = "threads#joining")
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

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "Close what this server has opened and started: its sockets and threads are in its own fields, not static",
            notes = "threads#stopping")
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

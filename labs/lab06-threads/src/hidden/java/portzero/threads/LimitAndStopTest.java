package portzero.threads;

import static portzero.threads.Guests.MANY;
import static portzero.threads.Guests.ask;
import static portzero.threads.Guests.enter;
import static portzero.threads.Guests.greeting;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import portzero.testkit.Hint;
import portzero.testkit.Peer;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;
import portzero.testkit.kernel.TcpState;

/** How many clients there may be, and how all of them end. */
class LimitAndStopTest {

    @Test
    @Task(4)
    @Points(5)
    @Hint("Give the place back when a client has gone, and accept the next one as before")
    @Reading("threads#limits")
    void a_place_that_has_become_free_goes_to_the_next(@Subject(BoardServer.class) Server server, Wire wire)
            throws Exception {
        InetSocketAddress address = server.start(wire.loopback(), 2, List.of());
        Peer stays = enter(address, wire);

        for (int i = 0; i < 3; i++) {
            wire.expectSoon("HELLO", () -> greeting(address, wire)); // whoever is greeted leaves at once
            wire.expectSoon("1", () -> ask(stays, "WHO"));
        }

        wire.expectSoon("HELLO", () -> greeting(address, wire));
    }

    @Test
    @Task(4)
    @Points(3)
    @Hint("A reset leaves the loop by an exception: give the place back in a finally block")
    @Reading("threads#failures")
    void the_place_of_a_client_that_broke_off_is_free_again(@Subject(BoardServer.class) Server server, Wire wire)
            throws Exception {
        InetSocketAddress address = server.start(wire.loopback(), 2, List.of());
        Peer stays = enter(address, wire);

        enter(address, wire).send("WH").awaitTaken().reset();

        wire.expectSoon("1", () -> ask(stays, "WHO"));
        wire.expectSoon("HELLO", () -> greeting(address, wire));
    }

    @Test
    @Task(4)
    @Points(4)
    @Hint("A client that was refused had no place: there is nothing to give back, and nothing to count")
    @Reading("threads#limits")
    void clients_that_are_refused_leave_the_limit_as_it_is(@Subject(BoardServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), 1, List.of());
        Peer inside = enter(address, wire);

        for (int i = 0; i < 4; i++) {
            wire.connect(address).expect("BUSY\n").expectEnd(); // and holds its side open
        }

        inside.send("WHO\n").expect("1\n");
        inside.send("POST alone\n").expect("1\n");
    }

    @Test
    @Task(5)
    @Points(5)
    @Hint("When all sockets are closed, wait for every thread with join, or shut the pool down and await its end")
    @Reading("threads#joining")
    void close_leaves_no_thread(@Subject(BoardServer.class) Server server, Wire wire) throws Exception {
        InetSocketAddress address = server.start(wire.loopback(), MANY, List.of());
        Peer silent = enter(address, wire);
        enter(address, wire).send("WH").awaitTaken();
        enter(address, wire).close();
        wire.expectSoon("2", () -> ask(silent, "WHO"));

        server.close();

        wire.expectNoThreads();
        wire.expectNoneIn(TcpState.CLOSE_WAIT);
    }

    @Test
    @Task(5)
    @Points(3)
    @Hint("Close the socket itself: whatever has to be written or flushed first waits for the client, too")
    @Reading("threads#stopping")
    void close_does_not_wait_for_a_client_that_does_not_read(@Subject(BoardServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), MANY, Guests.muchToRead(wire));
        Guests.slowReader(address, wire);

        server.close();

        wire.expectRefused(address);
        wire.expectNoThreads();
    }

    @Test
    @Task(5)
    @Points(2)
    @Hint("There may be no socket and no thread yet when close is called, or none any more")
    @Reading("threads#joining")
    void a_server_can_be_closed_unstarted_and_twice(
            @Subject(BoardServer.class) Server idle, @Subject(BoardServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), MANY, List.of());
        enter(address, wire);

        idle.close();
        server.close();
        server.close();

        wire.expectRefused(address);
    }
}

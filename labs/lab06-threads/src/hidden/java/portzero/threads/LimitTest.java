package portzero.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static portzero.threads.Guests.ask;
import static portzero.threads.Guests.enter;
import static portzero.threads.Guests.greeting;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** How many clients there may be. Each test sees that there is a limit before it looks at more. */
class LimitTest {

    @LabTest(
            task = 4,
            points = 3,
            hint = "Give the place back when a client has gone, and accept the next one as before",
            notes = "threads#limits")
    void a_place_that_has_become_free_goes_to_the_next(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws Exception {
        InetSocketAddress address = server.start(network.loopback(), 2, List.of());
        Peer stays = enter(address, network);

        for (int i = 0; i < 3; i++) {
            Peer leaves = enter(address, network);
            network.connect(address).expect("BUSY\n").expectEnd();
            leaves.close();
            network.expectSoon("1", () -> ask(stays, "WHO"));
        }

        enter(address, network);
    }

    @LabTest(
            task = 4,
            points = 3,
            hint = "A reset leaves the loop by an exception: give the place back in a finally block, and only there",
            notes = "threads#failures")
    void the_place_of_a_client_that_broke_off_is_free_again(
            @Subject(BoardServer.class) Server server, TestNetwork network) throws Exception {
        InetSocketAddress address = server.start(network.loopback(), 2, Guests.muchToRead(network));
        Peer stays = enter(address, network);

        Peer reading = enter(address, network).send("WH").awaitTaken();
        network.connect(address).expect("BUSY\n").expectEnd();
        reading.reset();
        network.expectSoon("1", () -> ask(stays, "WHO"));

        Guests.slowReader(address, network).reset(); // while the server is sending
        network.expectSoon("1", () -> ask(stays, "WHO"));
        network.expectSoon("HELLO", () -> greeting(address, network));
        network.expectSoon("1", () -> ask(stays, "WHO"));
        enter(address, network);
        network.connect(address).expect("BUSY\n").expectEnd(); // no place was given back twice
    }

    @LabTest(
            task = 4,
            points = 3,
            hint = "A client that was refused had no place: there is nothing to give back, and nothing to count",
            notes = "threads#limits")
    void clients_that_are_refused_leave_the_limit_as_it_is(
            @Subject(BoardServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback(), 1, List.of());
        Peer inside = enter(address, network);

        for (int i = 0; i < 4; i++) {
            network.connect(address).expect("BUSY\n").expectEnd(); // and holds its side open
        }

        inside.send("WHO\n").expect("1\n");
        inside.send("POST alone\n").expect("1\n");
    }

    @LabTest(
            task = 4,
            points = 1,
            hint = "Close the socket of a client that you refuse: to end its stream alone leaves a descriptor open",
            notes = "threads#limits")
    void clients_that_are_refused_leave_nothing_open(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), 1, List.of());
        enter(address, network).hold();
        OpenFileCheck before = network.descriptors();

        for (int i = 0; i < 40; i++) {
            network.connect(address).expect("BUSY\n").expectEnd().close();
        }

        network.awaitRest();
        before.expectAtMostMore(18);
    }

    @LabTest(
            task = 4,
            points = 2,
            hint =
                    "Look for a place and take it in one act, before the next client is accepted, and in fields of this server",
            notes = "threads#shared-state")
    void clients_that_come_together_get_no_more_places_than_there_are(
            @Subject(BoardServer.class) Server server, @Subject(BoardServer.class) Server other, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), 5, List.of());
        enter(other.start(network.loopback(), 30, List.of()), network);

        List<String> greetings = network.connectMany(address, 30).receiveLines(); // nobody waits for anybody's greeting

        long greeted = greetings.stream().filter("HELLO"::equals).count();
        assertThat(greeted)
                .withFailMessage("Expected 5 of 30 clients to be greeted, for there are 5 places, but %d were", greeted)
                .isEqualTo(5);
        assertThat(greetings).containsOnly("HELLO", "BUSY");
    }
}

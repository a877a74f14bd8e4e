package portzero.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static portzero.threads.Guests.MANY;
import static portzero.threads.Guests.enter;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.net.Peer;
import portzero.testkit.net.PeerGroup;
import portzero.testkit.net.TestNetwork;

/** Clients beside each other, none of which may notice the others. No client posts, so that nothing need be shared. */
class ManyClientsTest {

    @LabTest(
            task = 2,
            points = 3,
            hint = "Each client needs a thread of its own that waits for it, whoever connected first",
            notes = "threads#one-thread-each")
    void clients_are_served_in_reverse_order(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of("old"));
        List<Peer> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(enter(address, network));
        }

        for (int i = 0; i < 5; i++) {
            clients.get(4 - i).send("LIST\n").expect("1\nold\n");
        }
    }

    @LabTest(
            task = 2,
            points = 3,
            hint = "A silent client keeps its thread: a pool with fewer threads than clients leaves the others waiting",
            notes = "threads#pools")
    void two_hundred_idle_clients_do_not_hold_up_one(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of("old"));
        PeerGroup group = network.connectMany(address, 200).expect(i -> "HELLO\n".getBytes(US_ASCII));

        Peer active = enter(address, network);

        active.send("LIST\n").expect("1\nold\n");
        group.send(i -> "LI".getBytes(US_ASCII)); // and now all are in the middle of a line
        active.send("LIST\n").expect("1\nold\n");
        group.send(i -> "ST\n".getBytes(US_ASCII)).expect(i -> "1\nold\n".getBytes(US_ASCII));
    }

    @LabTest(
            task = 2,
            points = 4,
            hint = "What belongs to one client, such as the line it has begun, lives in its thread and not in a field",
            notes = "threads#own-state")
    void half_a_line_waits_for_its_own_other_half(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        String text = network.letters(8);
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of(text));
        Peer first = enter(address, network);
        Peer second = enter(address, network);

        first.send("LI").awaitTaken(); // the server holds half a line now
        second.send("LIST\n").expect("1\n" + text + "\n");
        second.send("WHAT").awaitTaken(); // and now it holds two
        first.send("ST\n").expect("1\n" + text + "\n");
        second.send("EVER\n").expect("?\n");
    }

    @LabTest(
            task = 2,
            points = 4,
            hint = "A broken connection is an IOException in one thread: catch it there, and let the others go on",
            notes = "threads#failures")
    void a_client_that_breaks_off_harms_nobody(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        List<String> messages = Guests.muchToRead(network);
        InetSocketAddress address = server.start(network.loopback(), MANY, messages);
        Peer witness = enter(address, network);

        enter(address, network).send("WH").awaitTaken().reset();
        Guests.slowReader(address, network).reset(); // while the server is sending
        network.awaitRest();

        witness.send("what\n").expect("?\n");
        enter(address, network).send("LIST\n").expect("9\n" + messages.get(0) + "\n");
    }

    @LabTest(
            task = 2,
            points = 1,
            hint = "A client may have gone before it is greeted: what fails then ends this client only",
            notes = "threads#failures")
    void clients_that_break_off_at_once_harm_nobody(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());

        Peer witness = enter(address, network);

        for (int round = 0; round < 4; round++) {
            network.connectAndReset(address, 60);
            enter(address, network).send("what\n").expect("?\n").close();
            witness.send("what\n").expect("?\n");
        }
    }

    @LabTest(
            task = 2,
            points = 2,
            hint = "Close a client's socket on every way out, by an exception, too: try (client) { … } does",
            notes = "threads#failures")
    void clients_that_have_gone_leave_nothing_open(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());
        enter(address, network).hold();
        OpenFileCheck before = network.descriptors();

        for (int round = 0; round < 6; round++) { // the garbage collector may close what a program has forgotten
            for (int i = 0; i < 25; i++) {
                enter(address, network).send("WH").awaitTaken().reset();
            }
            network.awaitRest();
            before.expectAtMostMore(18);
        }
        for (int i = 0; i < 25; i++) {
            enter(address, network).endOutput().expectEnd().close();
        }
        network.awaitRest();
        before.expectAtMostMore(18);
    }

    @LabTest(
            task = 2,
            points = 3,
            hint = "A client may be silent for hours: set no time limit for its reads, or go on when one has passed",
            notes = "threads#one-thread-each")
    void clients_may_take_their_time(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of("old"));
        Peer silent = enter(address, network).hold();
        Peer slow = enter(address, network).send("LI").awaitTaken();

        network.pause();

        slow.send("ST\n").expect("1\nold\n");
        silent.send("LIST\n").expect("1\nold\n");
    }
}

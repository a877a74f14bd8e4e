package portzero.threads;

import static portzero.threads.Guests.MANY;
import static portzero.threads.Guests.ask;
import static portzero.threads.Guests.enter;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** The tests that you can read, one or two for each task. The others look closer at the same things. */
class ThreadsFirstStepsTest {

    @LabTest(
            task = 1,
            points = 3,
            hint = "Send HELLO first; then read a line, answer it, flush, and read the next, until there is none",
            notes = "threads#one-thread-each")
    void a_client_is_greeted_and_its_commands_are_answered(
            @Subject(BoardServer.class) Server server, TestNetwork network) throws IOException {
        String old = network.letters(5);
        String text = network.letters(5);
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of(old));

        Peer client = enter(address, network);
        client.send("POST " + text + "\n").expect("2\n");
        client.send("LIST\n").expect("2\n" + old + "\n" + text + "\n");
        client.send("WHO\n").expect("1\n");
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "What is none of the three commands is answered with ? and changes nothing; POST needs a space and a text",
            notes = "threads#failures")
    void what_is_no_command_is_answered_with_a_question_mark(
            @Subject(BoardServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());

        Peer client = enter(address, network);
        client.send(network.letters(6) + "\n").expect("?\n");
        client.send("POST\n").expect("?\n");
        client.send("POST \n").expect("?\n");
        client.send("LIST\n").expect("0\n");
    }

    @LabTest(
            task = 2,
            points = 4,
            hint = "Whoever accepts must not serve: start a thread for the client and go back to accept at once",
            notes = "threads#one-thread-each")
    void an_idle_client_does_not_hold_up_the_next(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        String text = network.letters(5);
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of(text));

        enter(address, network).hold();
        Peer second = enter(address, network);

        second.send("LIST\n").expect("1\n" + text + "\n");
    }

    @LabTest(
            task = 3,
            points = 5,
            hint = "The board belongs to the server, not to a client: there is one, in a field, and all threads use it",
            notes = "threads#shared-state")
    void all_clients_share_one_board(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());
        Peer first = enter(address, network);
        Peer second = enter(address, network);

        first.send("POST one\n").expect("1\n");
        second.send("POST two\n").expect("2\n");

        first.send("LIST\n").expect("2\none\ntwo\n");
        second.send("LIST\n").expect("2\none\ntwo\n");
    }

    @LabTest(
            task = 3,
            points = 4,
            hint = "A client has a place until its connection ends: take it away on every way out, in a finally block",
            notes = "threads#failures")
    void who_counts_those_who_are_there(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws Exception {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());
        Peer stays = enter(address, network);
        Peer leaves = enter(address, network);

        stays.send("WHO\n").expect("2\n");
        leaves.close();

        network.expectSoon("1", () -> ask(stays, "WHO"));
    }

    @LabTest(
            task = 4,
            points = 5,
            hint =
                    "Count those who have a place before you give another; a client too many gets one line and an orderly close",
            notes = "threads#limits")
    void a_client_too_many_is_told_that_the_server_is_busy(
            @Subject(BoardServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback(), 2, List.of());
        Peer first = enter(address, network);
        Peer second = enter(address, network);

        network.connect(address).expect("BUSY\n").expectEnd();

        first.send("WHO\n").expect("2\n");
        second.send("WHO\n").expect("2\n");
    }

    @LabTest(
            task = 5,
            points = 4,
            hint =
                    "A thread that is blocked in read ends when its socket is closed, and not before: close every socket",
            notes = "threads#stopping")
    void close_ends_every_connection(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());
        Peer silent = enter(address, network);
        Peer active = enter(address, network);
        active.send("WHO\n").expect("2\n");

        server.close();

        silent.expectEnd();
        active.expectEnd();
        network.expectRefused(address);
    }
}

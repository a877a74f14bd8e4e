package portzero.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static portzero.threads.Guests.MANY;
import static portzero.threads.Guests.ask;
import static portzero.threads.Guests.enter;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import portzero.testkit.Hint;
import portzero.testkit.Peer;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;
import portzero.testkit.kernel.TcpState;

/** Clients beside each other, none of which may notice the others but on the board. */
class ManyClientsTest {

    @Test
    @Task(1)
    @Points(4)
    @Hint("A read gives you a part of a line, or several lines: take one line at a time and keep the rest")
    @Reading("framing#lines")
    void commands_may_come_in_pieces_and_several_at_once(@Subject(BoardServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), MANY, List.of());

        Peer client = enter(address, wire).drip("POST drops\n".getBytes(US_ASCII));
        client.expect("1\n");
        client.send("WHO\nPOST flood\nWHO\nLI").expect("1\n2\n1\n");
        client.send("ST\nWHO\n").expect("2\ndrops\nflood\n1\n");
    }

    @Test
    @Task(1)
    @Points(4)
    @Hint("When there is no further line, all are answered: close the client's socket, and do so on every way out")
    @Reading("threads#one-thread-each")
    void a_client_that_ends_its_stream_is_answered_and_then_closed(@Subject(BoardServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), MANY, List.of());

        Peer client = enter(address, wire).send("POST last\nLIST\n").endOutput();

        client.expect("1\n1\nlast\n").expectEnd();
        wire.expectNoneIn(TcpState.CLOSE_WAIT);
    }

    @Test
    @Task(2)
    @Points(5)
    @Hint("Each client needs a thread of its own that waits for it, whoever connected first")
    @Reading("threads#one-thread-each")
    void clients_are_served_in_reverse_order(@Subject(BoardServer.class) Server server, Wire wire) throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), MANY, List.of());
        List<Peer> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(enter(address, wire));
        }

        for (int i = 0; i < 5; i++) {
            clients.get(4 - i).send("POST " + i + "\n").expect(i + 1 + "\n");
        }
    }

    @Test
    @Task(2)
    @Points(5)
    @Hint("A silent client keeps its thread: a pool with fewer threads than clients leaves the others waiting")
    @Reading("threads#pools")
    void two_hundred_idle_clients_do_not_hold_up_one(@Subject(BoardServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), MANY, List.of());
        for (int i = 0; i < 200; i++) {
            enter(address, wire);
        }

        Peer active = enter(address, wire);

        active.send("WHO\n").expect("201\n");
        active.send("POST here\n").expect("1\n");
    }

    @Test
    @Task(2)
    @Points(5)
    @Hint("What belongs to one client, such as the line it has begun, lives in its thread and not in a field")
    @Reading("threads#own-state")
    void half_a_line_waits_for_its_own_other_half(@Subject(BoardServer.class) Server server, Wire wire)
            throws IOException {
        String one = wire.letters(8);
        String other = wire.letters(8);
        InetSocketAddress address = server.start(wire.loopback(), MANY, List.of());
        Peer first = enter(address, wire);
        Peer second = enter(address, wire);

        first.send("POST " + one).awaitTaken(); // the server holds half a line now
        second.send("WHO\n").expect("2\n");
        second.send("POST " + other + "\n").expect("1\n");
        first.send("!\n").expect("2\n");

        second.send("LIST\n").expect("2\n" + other + "\n" + one + "!\n");
    }

    @Test
    @Task(2)
    @Points(5)
    @Hint("A broken connection is an IOException in one thread: catch it there, and let the others go on")
    @Reading("threads#failures")
    void a_client_that_breaks_off_harms_nobody(@Subject(BoardServer.class) Server server, Wire wire) throws Exception {
        InetSocketAddress address = server.start(wire.loopback(), MANY, List.of());
        Peer witness = enter(address, wire);
        Peer broken = enter(address, wire).send("WH").awaitTaken();

        broken.reset();

        wire.expectSoon("1", () -> ask(witness, "WHO"));
        enter(address, wire).send("WHO\n").expect("2\n");
        witness.send("POST unharmed\n").expect("1\n");
    }

    @Test
    @Task(3)
    @Points(4)
    @Hint("Look at the shared board when the command is complete; what you saw before you waited is out of date")
    @Reading("threads#shared-state")
    void a_message_is_numbered_when_its_line_is_complete(@Subject(BoardServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), MANY, List.of("old"));
        Peer first = enter(address, wire).send("POST fir").awaitTaken();
        Peer second = enter(address, wire);

        second.send("POST second\n").expect("2\n");
        second.send("POST third\n").expect("3\n");
        first.send("st\n").expect("4\n");

        first.send("LIST\n").expect("4\nold\nsecond\nthird\nfirst\n");
    }

    @Test
    @Task(3)
    @Points(4)
    @Hint("Adding a message and telling its number is one act: do both while you hold the same lock")
    @Reading("threads#shared-state")
    void messages_posted_at_the_same_time_have_each_its_own_number(@Subject(BoardServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), MANY, List.of());
        List<Peer> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            clients.add(enter(address, wire));
        }

        for (Peer client : clients) {
            client.send("PO").awaitTaken(); // now all threads are in the middle of a line
        }
        for (Peer client : clients) {
            client.send(posts(clients.indexOf(client)).substring(2)); // none of them waits for an answer
        }
        SortedMap<Integer, String> messages = new TreeMap<>();
        for (Peer client : clients) {
            for (int i = 0; i < 25; i++) {
                messages.put(number(client.receiveLine()), message(clients.indexOf(client), i));
            }
        }

        assertThat(messages)
                .withFailMessage(
                        "Expected the numbers 1 to 400, each once, but there were %s different ones", messages.size())
                .hasSize(400)
                .containsKeys(1, 400);
        clients.get(0).send("LIST\n").expect("400\n" + String.join("\n", messages.values()) + "\n");
    }

    private static String posts(int client) {
        StringBuilder posts = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            posts.append("POST ").append(message(client, i)).append('\n');
        }
        return posts.toString();
    }

    private static int number(String answer) {
        assertThat(answer)
                .withFailMessage("Expected the number of a message, but the answer was %s", answer)
                .matches("[0-9]{1,9}");
        return Integer.parseInt(answer);
    }

    private static String message(int client, int number) {
        return client + "." + number;
    }

    @Test
    @Task(3)
    @Points(5)
    @Hint("A write waits for a client that does not read: never write to a client while you hold a lock")
    @Reading("threads#lock-and-write")
    void a_client_that_does_not_read_holds_up_nobody(@Subject(BoardServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), MANY, Guests.muchToRead(wire));
        Guests.slowReader(address, wire);

        Peer other = enter(address, wire);

        other.send("WHO\n").expect("2\n");
        other.send("POST more\n").expect("65\n");
    }

    @Test
    @Task(3)
    @Points(4)
    @Hint("Copy the board while you hold the lock, and send the copy: the board changes while you write")
    @Reading("threads#lock-and-write")
    void a_list_is_the_board_of_one_moment(@Subject(BoardServer.class) Server server, Wire wire) throws IOException {
        List<String> messages = Guests.muchToRead(wire);
        InetSocketAddress address = server.start(wire.loopback(), MANY, messages);
        Peer slow = Guests.slowReader(address, wire);
        Peer other = enter(address, wire);

        other.send("POST more\n").expect("65\n");

        slow.expect(String.join("\n", messages) + "\n");
        slow.send("POST and more\n").expect("66\n"); // had the list been longer, the rest of it would come here
    }
}

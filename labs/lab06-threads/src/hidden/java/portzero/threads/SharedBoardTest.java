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
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** One board for all clients, and what becomes of it when they use it at the same time. */
class SharedBoardTest {

    private static final int CLIENTS = 16;
    private static final int POSTS = 1_000; // of each client: with a few of them, threads hardly ever meet

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "Look at the shared board when the command is complete; what you saw before you waited is out of date",
            notes = "threads#shared-state")
    void a_message_is_numbered_when_its_line_is_complete(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of("old"));
        Peer first = enter(address, network).send("POST fir").awaitTaken();
        Peer second = enter(address, network);

        second.send("POST second\n").expect("2\n");
        second.send("POST third\n").expect("3\n");
        first.send("st\n").expect("4\n");

        first.send("LIST\n").expect("4\nold\nsecond\nthird\nfirst\n");
    }

    @LabTest(
            task = 3,
            points = 4,
            hint = "Adding a message and telling its number is one act: do both while you hold the same lock",
            notes = "threads#shared-state")
    void messages_posted_at_the_same_time_have_each_its_own_number(
            @Subject(BoardServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());
        List<Peer> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(enter(address, network).send("PO").awaitTaken()); // in the middle of a line
        }

        for (Peer client : clients) {
            client.send(posts(clients.indexOf(client)).substring(2)).endOutput(); // and waits for no answer
        }
        SortedMap<Integer, String> messages = new TreeMap<>();
        for (Peer client : clients) {
            List<String> answers = lines(client.receiveUntilEnd());
            for (int i = 0; i < answers.size(); i++) {
                messages.put(number(answers.get(i)), message(clients.indexOf(client), i));
            }
        }

        int all = CLIENTS * POSTS;
        assertThat(messages)
                .withFailMessage(
                        "Expected the numbers 1 to %d, each once, but there were %d different ones",
                        all, messages.size())
                .hasSize(all)
                .containsKeys(1, all);
        enter(address, network).send("LIST\n").expect(all + "\n" + String.join("\n", messages.values()) + "\n");
    }

    private static String posts(int client) {
        StringBuilder posts = new StringBuilder();
        for (int i = 0; i < POSTS; i++) {
            posts.append("POST ").append(message(client, i)).append('\n');
        }
        return posts.toString();
    }

    private static List<String> lines(byte[] answers) {
        return new String(answers, US_ASCII).lines().toList();
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

    @LabTest(
            task = 3,
            points = 4,
            hint = "A write waits for a client that does not read: never write to a client while you hold a lock",
            notes = "threads#lock-and-write")
    void a_client_that_does_not_read_holds_up_nobody(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws Exception {
        InetSocketAddress address = server.start(network.loopback(), MANY, Guests.muchToRead(network));
        Guests.slowReader(address, network);

        Peer other = enter(address, network);
        Peer third = enter(address, network);

        other.send("WHO\n").expect("3\n");
        other.send("POST more\n").expect("10\n");
        third.send("LIST\n").expect("10\n").close();
        network.expectSoon("2", () -> ask(other, "WHO"));
    }

    @LabTest(
            task = 3,
            points = 3,
            hint = "Copy the board while you hold the lock, and send the copy: the board changes while you write",
            notes = "threads#lock-and-write")
    void a_list_is_the_board_of_one_moment(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        List<String> messages = Guests.muchToRead(network);
        InetSocketAddress address = server.start(network.loopback(), MANY, messages);
        Peer slow = Guests.slowReader(address, network);
        Peer other = enter(address, network);

        other.send("POST more\n").expect("10\n");

        slow.expect(String.join("\n", messages) + "\n");
        slow.send("POST and more\n").expect("11\n"); // had the list been longer, the rest of it would come here
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "The answer to one client belongs to its thread, as the line does: put it together in a local variable",
            notes = "threads#own-state")
    void answers_to_several_clients_do_not_mix(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        List<String> messages = Guests.muchToRead(network);
        InetSocketAddress address = server.start(network.loopback(), MANY, messages);
        Peer first = Guests.slowReader(address, network);
        Peer second = enter(address, network);

        enter(address, network).send("POST more\n").expect("10\n");
        second.send("LIST\n").expect("10\n").hold(); // now two answers are under way

        first.expect(String.join("\n", messages) + "\n");
        second.expect(String.join("\n", messages) + "\nmore\n");
    }
}

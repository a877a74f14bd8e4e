package portzero.threads;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static portzero.threads.Guests.MANY;
import static portzero.threads.Guests.enter;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** What one client at a time can see: the address, the lines, the commands, the end. */
class OneClientTest {

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Bind to the whole address that you are given, and let the exception of a bind that fails reach the caller",
            notes = "addresses#loopback-wildcard")
    void a_server_listens_where_it_is_told_and_nowhere_else(
            @Subject(BoardServer.class) Server server, @Subject(BoardServer.class) Server late, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), 5, List.of());

        enter(new InetSocketAddress(network.loopback().getAddress(), address.getPort()), network);
        if (TcpTable.isVisible()) { // on Linux all of 127.0.0.0/8 is loopback, elsewhere only 127.0.0.1
            network.expectRefused(new InetSocketAddress("127.0.0.2", address.getPort()));
        } else {
            network.unchecked("this system has one loopback address", "whether another one is refused");
        }
        network.start(() -> late.start(address, 5, List.of())).failure(IOException.class); // the port is taken
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "What belongs to one server is in fields of its object; a static field is the same one for all servers",
            notes = "threads#shared-state")
    void two_servers_have_a_board_each(
            @Subject(BoardServer.class) Server server, @Subject(BoardServer.class) Server other, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), 5, List.of("old"));
        InetSocketAddress otherAddress = other.start(network.loopback(), 5, List.of("a", "b"));
        Peer here = enter(address, network);
        Peer there = enter(otherAddress, network);

        here.send("POST here\n").expect("2\n");
        there.send("POST there\n").expect("3\n");

        here.send("LIST\nWHO\n").expect("2\nold\nhere\n1\n");
        there.send("LIST\nWHO\n").expect("3\na\nb\nthere\n1\n");
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "Compare the whole line with the command as it is: no trim, no other case, no beginning of it",
            notes = "framing#lines")
    void a_command_is_written_exactly_so(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());
        Peer client = enter(address, network);

        for (String line : List.of("list", "LIST ", " LIST", "LISTS", "LIST 1", "LIST\t", "Who", "WHO IS", "WH", "")) {
            client.send(line + "\n").expect("?\n");
        }
        for (String line : List.of("post a", "Post a", " POST a", "POST\ta", "POSTa", "POSTS a")) {
            client.send(line + "\n").expect("?\n");
        }
        client.send("LIST\n").expect("0\n");
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Only a line feed ends a line, and readLine() takes a carriage return for an end, too: read to the line feed",
            notes = "framing#lines")
    void a_carriage_return_is_a_character_like_any_other(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());
        Peer client = enter(address, network);

        client.send("LIST\r\n").expect("?\n");
        client.send("WHO\rWHO\n").expect("?\n");
        client.send("POST a\rb\r\n").expect("1\n");
        client.send("LIST\n").expect("1\na\rb\r\n");
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "The text is all that follows the first blank: keep its own blanks, and let it be longer than your buffer",
            notes = "framing#lines")
    void a_text_is_kept_as_it_was_sent(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        String large = network.letters(200_000);
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());
        Peer client = enter(address, network);

        client.send("POST  two  blanks and a tab\t \n").expect("1\n");
        client.send("POST  \n").expect("2\n");
        client.send("POST POST WHO\n").expect("3\n");
        client.send("POST " + large + "\n").expect("4\n"); // longer than any buffer

        client.send("LIST\n").expect("4\n two  blanks and a tab\t \n \nPOST WHO\n" + large + "\n");
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "A read gives you a part of a line, or several lines: take one line at a time and keep the rest",
            notes = "framing#lines")
    void commands_may_come_in_pieces_and_several_at_once(@Subject(BoardServer.class) Server server, TestNetwork network)
            throws IOException {
        List<String> messages = Guests.muchToRead(network);
        InetSocketAddress address = server.start(network.loopback(), MANY, messages);

        Peer client = enter(address, network).drip("POST drops\n".getBytes(US_ASCII));
        client.expect("10\n");
        client.send("WHO\nPOST flood\nWHO\nLI").expect("1\n11\n1\n");
        client.send("ST\nWHO\n");
        network.awaitRest(); // most of the list is stuck, and the last command has arrived
        client.expect("11\n" + String.join("\n", messages) + "\ndrops\nflood\n1\n");
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "The client has ended its own stream only, and still reads: send all of the answer, and close then",
            notes = "ending#half-close")
    void a_client_that_ends_its_stream_gets_the_whole_answer(
            @Subject(BoardServer.class) Server server, TestNetwork network) throws IOException {
        List<String> messages = Guests.muchToRead(network);
        String answer = messages.size() + "\n" + String.join("\n", messages) + "\n";
        InetSocketAddress address = server.start(network.loopback(), MANY, messages);

        Peer client = enter(address, network).send("LIST\n").endOutput();
        network.awaitRest(); // most of the answer is stuck, and the end of the stream has arrived

        client.expect(answer).expectEnd();
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "When there is no further line, all are answered: close the client's socket, and do so on every way out",
            notes = "threads#one-thread-each")
    void a_client_that_ends_its_stream_is_answered_and_then_closed(
            @Subject(BoardServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback(), MANY, List.of());

        Peer client = enter(address, network).send("POST last\nLIST\n").endOutput();

        client.expect("1\n1\nlast\n").expectEnd();
        network.expectNoneIn(TcpState.CLOSE_WAIT);
        enter(address, network).send("WH").endOutput().receiveUntilEnd(); // answered or not
    }
}

package portzero.unix;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.file.SharedFolder;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** How the server serves its clients: tasks 1 and 2. */
class UnixServerTest {

    private static final int LARGE = (4 << 20) + 3; // bytes; many times what the system keeps for a connection
    private static final int MANY = 60;
    private static final int ALL_AT_ONCE = 100;

    @LabTest(
            task = 1,
            points = 3,
            hint =
                    "A read returns as soon as something is there: send back as many bytes as came, be it one, and read again",
            notes = "tcp#partial-reads")
    void a_byte_comes_back_before_the_next_one_is_sent(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        String letters = network.letters(3);
        server.start(path);
        Peer client = network.connect(path);

        for (int i = 0; i < letters.length(); i++) {
            String letter = letters.substring(i, i + 1);
            client.send(letter).expect(letter);
        }
        client.endOutput();

        client.expect(Receipt.of(3)).expectEnd();
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "These are bytes, not text, and the count is a number in eight bytes, the highest first: putLong writes it so",
            notes = "tcp#bytes-not-text")
    void every_value_of_a_byte_comes_back(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (255 - i);
        }
        server.start(path);

        Peer client = network.connect(path).send(all).endOutput();

        client.expect(Receipt.after(all)).expectEnd();
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "The first read may be -1: nothing has been sent then, and the receipt says so",
            notes = "tcp#end-of-stream")
    void nothing_gets_a_receipt_for_nothing(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        server.start(path);

        Peer client = network.connect(path).endOutput();

        client.expect(Receipt.of(0)).expectEnd();
    }

    @LabTest(
            task = 1,
            points = 3,
            hint = "Write until nothing remains in the buffer, and add up what the reads have returned, in a long",
            notes = "tcp#write-all")
    void megabytes_come_back_whole(@Subject(UnixServer.class) Server server, TestNetwork network) throws IOException {
        Path path = network.folder().path("server");
        byte[] message = network.bytes(LARGE);
        server.start(path);

        Peer client = network.connect(path).exchange(message, message).endOutput();

        client.expect(Receipt.of(LARGE)).expectEnd();
    }

    @LabTest(
            task = 1,
            points = 4,
            hint =
                    "A write may take a part only, or nothing: what is left stays in the buffer until the client reads again",
            notes = "selectors#partial-writes")
    void a_client_that_reads_late_loses_nothing(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        byte[] message = network.bytes(LARGE);
        server.start(path);
        Peer client = network.connect(path);

        int sent = client.sendUntilStuck(message);
        byte[] part = Arrays.copyOf(message, sent);
        network.awaitRest();
        client.expect(part).endOutput();

        client.expect(Receipt.of(sent)).expectEnd();
    }

    @LabTest(
            task = 1,
            points = 3,
            hint = "Close each connection when its receipt is sent, and go back to accept for the next client",
            notes = "tcp#one-client-at-a-time")
    void clients_come_one_after_another_and_leave_nothing_open(
            @Subject(UnixServer.class) Server server, TestNetwork network) throws IOException {
        Path path = network.folder().path("server");
        byte[] message = network.letters(5).getBytes(US_ASCII);
        server.start(path);
        serve(path, message, network);

        OpenFileCheck before = network.descriptors();
        for (int i = 0; i < MANY; i++) {
            serve(path, message, network);
        }

        before.expectAtMostMore(MANY / 2);
    }

    private static void serve(Path path, byte[] message, TestNetwork network) throws IOException {
        Peer client = network.connect(path).send(message).endOutput();
        client.expect(Receipt.after(message)).expectEnd().close();
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "A relative path means the working directory: bind to it as it is, and return it as an absolute one",
            notes = "unix#path")
    void a_relative_path_is_returned_as_an_absolute_one(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        SharedFolder folder = network.folder();
        Path path = folder.path("server");

        Path returned = server.start(folder.relative(path));

        folder.expectSocket(path);
        network.connect(path).send("a").expect("a");
        assertThat(returned.isAbsolute() && returned.endsWith("server"))
                .withFailMessage(
                        "Expected start to return the absolute path of the socket, but it returned %s", returned)
                .isTrue();
    }

    @LabTest(
            task = 1,
            points = 1,
            hint = "Each server has a socket and a path of its own: no field of yours must be static",
            notes = "threads#own-state")
    void two_servers_have_nothing_in_common(
            @Subject(UnixServer.class) Server one, @Subject(UnixServer.class) Server two, TestNetwork network)
            throws IOException {
        SharedFolder folder = network.folder();
        one.start(folder.path("one"));
        two.start(folder.path("two"));

        Peer first = network.connect(folder.path("one")).send("a").expect("a");
        Peer second =
                network.connect(folder.path("two")).send("bcd").expect("bcd").endOutput();
        second.expect(Receipt.of(3)).expectEnd();
        first.endOutput();

        first.expect(Receipt.of(1)).expectEnd();
    }

    @LabTest(
            task = 2,
            points = 3,
            hint =
                    "The thread that accepts must not wait for a client: hand each connection over, and accept the next one",
            notes = "threads#one-thread-each")
    void a_silent_client_holds_up_nobody(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        server.start(path);
        Peer silent = network.connect(path).hold();
        network.awaitRest();

        Peer client = network.connect(path).send("abc").endOutput();

        client.expect(Receipt.after("abc".getBytes(US_ASCII))).expectEnd();
        silent.send("d").expect("d");
    }

    @LabTest(
            task = 2,
            points = 3,
            hint =
                    "Your answer to a client that does not read waits with its own connection, and nobody else may wait for it",
            notes = "selectors#back-pressure")
    void a_client_that_does_not_read_holds_up_nobody(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        server.start(path);
        Peer before = network.connect(path).send("a").expect("a");
        network.connect(path).sendUntilStuck(network.bytes(LARGE));

        before.send("b").expect("b").endOutput();
        before.expect(Receipt.of(2)).expectEnd();
        Peer after = network.connect(path).send("c").endOutput();

        after.expect(Receipt.after("c".getBytes(US_ASCII))).expectEnd();
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "What breaks is one connection: catch its exception where that client is served, close the connection, go on",
            notes = "threads#failures")
    void clients_that_break_their_connections_harm_nobody(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        server.start(path);
        Peer client = network.connect(path).send("a").expect("a");
        network.connect(path).send("bc").close();

        OpenFileCheck before = network.descriptors();
        for (int i = 0; i < MANY; i++) {
            network.connect(path).send("bc").close(); // what comes back finds nobody who reads it
        }
        network.connect(path).send("d").expect("d");
        client.send("e").expect("e").endOutput();

        client.expect(Receipt.of(2)).expectEnd();
        network.awaitRest();
        before.expectAtMostMore(MANY / 2);
    }

    @LabTest(
            task = 2,
            points = 2,
            hint =
                    "Nothing that belongs to one client may be shared by all: the buffer, what is left of it, and the count",
            notes = "selectors#state-per-key")
    void a_hundred_clients_are_served_at_the_same_time(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        String letters = network.letters(ALL_AT_ONCE);
        server.start(path);
        List<Peer> clients = new ArrayList<>();
        for (int i = 0; i < ALL_AT_ONCE; i++) {
            clients.add(network.connect(path));
        }

        Collections.reverse(clients); // the last one first
        for (int i = 0; i < ALL_AT_ONCE; i++) {
            clients.get(i).send(letters.substring(0, i + 1));
        }

        for (int i = 0; i < ALL_AT_ONCE; i++) {
            byte[] sent = letters.substring(0, i + 1).getBytes(US_ASCII);
            clients.get(i).endOutput().expect(Receipt.after(sent)).expectEnd();
        }
    }
}

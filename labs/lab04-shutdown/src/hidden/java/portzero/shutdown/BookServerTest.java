package portzero.shutdown;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/**
 * What else the server has to do.
 *
 * <p>A server may serve one client at a time: no test waits for a client's answer while an earlier one's stream is open.
 */
class BookServerTest {

    private static final int LARGE = (2 << 20) + 1; // more than fits into what the network holds at first
    private static final int HUGE = 6_000_000; // more than the system takes for a client that does not read
    private static final int MEDIUM = 200_000; // more than a narrow client takes, and less than the server's side holds

    @LabTest(
            task = 6,
            points = 3,
            hint = "Write the whole book and then close in order: a reset would destroy what is still on its way",
            notes = "ending#fin-and-rst")
    void a_book_of_megabytes_arrives_whole(@Subject(BookServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] book = network.bytes(LARGE);
        byte[] entry = network.bytes(100);
        InetSocketAddress address = server.start(network.loopback(), book);

        network.expectSame(both(book, entry), visit(address, entry, network));
    }

    @LabTest(
            task = 6,
            points = 3,
            hint = "Only -1 ends an entry: read again until it comes, however little each read gives you",
            notes = "tcp#read-loop")
    void an_entry_that_comes_byte_by_byte_is_read_to_its_end(
            @Subject(BookServer.class) Server server, TestNetwork network) throws IOException {
        byte[] book = network.letters(12).getBytes(US_ASCII);
        byte[] entry = network.letters(6).getBytes(US_ASCII);
        InetSocketAddress address = server.start(network.loopback(), book);

        Peer client = network.connect(address).drip(entry).endOutput();

        network.expectSame(both(book, entry), client.receiveUntilEnd());
        network.expectSame(both(book, entry), visit(address, new byte[0], network)); // an entry of no bytes
    }

    @LabTest(
            task = 6,
            points = 3,
            hint = "Close each client's socket when the book is written; try-with-resources does it on every way out",
            notes = "ending#close-wait")
    void the_book_grows_and_no_connection_stays_in_close_wait(
            @Subject(BookServer.class) Server server, TestNetwork network) throws IOException {
        byte[] book = network.letters(12).getBytes(US_ASCII);
        InetSocketAddress address = server.start(network.loopback(), book);

        for (int i = 0; i < 3; i++) {
            byte[] entry = network.bytes(6);
            book = both(book, entry);
            network.expectSame(book, visit(address, entry, network));
        }

        network.expectNoneIn(TcpState.CLOSE_WAIT);
    }

    @LabTest(
            task = 6,
            points = 2,
            hint =
                    "Bind to the whole address that you are given, and let the exception of a bind that fails reach the caller",
            notes = "addresses#loopback-wildcard")
    void a_server_listens_where_it_is_told_and_nowhere_else(
            @Subject(BookServer.class) Server server, @Subject(BookServer.class) Server late, TestNetwork network)
            throws IOException {
        byte[] book = network.letters(12).getBytes(US_ASCII);
        InetSocketAddress address = server.start(network.loopback(), book);

        InetSocketAddress there = new InetSocketAddress(network.loopback().getAddress(), address.getPort());
        network.expectSame(book, visit(there, new byte[0], network));
        assertThat(address).isEqualTo(there);
        if (TcpTable.isVisible()) { // on Linux all of 127.0.0.0/8 is loopback, elsewhere only 127.0.0.1
            network.expectRefused(new InetSocketAddress("127.0.0.2", address.getPort()));
        } else {
            network.unchecked("this system has one loopback address", "whether another one is refused");
        }
        network.start(() -> late.start(address, book)).failure(IOException.class); // the port is taken
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "The answer is the book as it is when the entry is complete: others may have been added since this client was accepted",
            notes = "threads#shared-state")
    void the_last_entry_is_answered_with_all_before_it(@Subject(BookServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] book = network.letters(12).getBytes(US_ASCII);
        byte[] slow = network.letters(6).getBytes(US_ASCII);
        byte[] quick = network.letters(7).getBytes(US_ASCII);
        byte[] last = network.letters(3).getBytes(US_ASCII);
        InetSocketAddress address = server.start(network.loopback(), book);

        Peer first = network.connect(address).send(slow).awaitTaken(); // it is being served now
        Peer second = network.connect(address).send(quick).endOutput();
        network.awaitRest(); // the second one has been served, or waits until the first one is
        first.endOutput();
        byte[] firstAnswer = first.receiveUntilEnd();
        byte[] secondAnswer = second.receiveUntilEnd();

        byte[] whole = visit(address, last, network);
        boolean inTurn = Arrays.equals(whole, both(both(both(book, slow), quick), last));
        byte[] expected = inTurn ? both(both(book, slow), quick) : both(both(book, quick), slow);
        network.expectSame(both(expected, last), whole);
        network.expectSame(expected, inTurn ? secondAnswer : firstAnswer);
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "The book belongs to one server: keep it in a field of the object, for a static field is the same for all",
            notes = "threads#shared-state")
    void two_servers_have_a_book_each(
            @Subject(BookServer.class) Server server, @Subject(BookServer.class) Server other, TestNetwork network)
            throws IOException {
        byte[] book = network.letters(12).getBytes(US_ASCII);
        byte[] otherBook = network.letters(6).getBytes(US_ASCII);
        byte[] entry = network.letters(3).getBytes(US_ASCII);
        InetSocketAddress address = server.start(network.loopback(), book);
        InetSocketAddress otherAddress = other.start(network.loopback(), otherBook);

        network.expectSame(both(book, entry), visit(address, entry, network));
        network.expectSame(both(otherBook, entry), visit(otherAddress, entry, network));
        network.expectSame(both(both(book, entry), entry), visit(address, entry, network));
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "A client may pause for as long as it likes: set no time limit for reading an entry",
            notes = "tcp#read-loop")
    void a_client_may_take_its_time(@Subject(BookServer.class) Server server, TestNetwork network) throws IOException {
        byte[] book = network.letters(12).getBytes(US_ASCII);
        InetSocketAddress address = server.start(network.loopback(), book);

        Peer client = network.connect(address).send("half").awaitTaken();
        network.pause();
        client.send("half").endOutput();

        network.expectSame(both(book, "halfhalf".getBytes(US_ASCII)), client.receiveUntilEnd());
    }

    @LabTest(
            task = 7,
            points = 2,
            hint =
                    "Add an entry of exactly LONGEST bytes. Read a longer one to its end: closing with a rest unread is a reset",
            notes = "ending#close-unread")
    void a_longer_entry_is_read_to_its_end_and_left_out(@Subject(BookServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] book = network.bytes(MEDIUM);
        byte[] longest = network.bytes(Server.LONGEST);
        InetSocketAddress address = server.start(network.loopback(), book);

        network.expectSame(book, visit(address, network.bytes(Server.LONGEST + 1), network));
        network.expectSame(book, visitAndReadLate(address, network.bytes(100_000), network));
        network.expectSame(both(book, longest), visit(address, longest, network));
    }

    /** A reset destroys what is still on the server's side: reads only when the server has done all that it does. */
    private static byte[] visitAndReadLate(InetSocketAddress address, byte[] entry, TestNetwork network)
            throws IOException {
        Peer client = network.connectNarrow(address).send(entry).endOutput();
        network.awaitRest();
        byte[] book = client.receiveUntilEnd();
        client.close();
        return book;
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "When an entry is longer than LONGEST, read on and forget what you read: a client may send more than you can hold",
            notes = "security#lengths")
    void an_entry_without_end_in_sight_is_not_kept(@Subject(BookServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] book = network.letters(12).getBytes(US_ASCII);
        byte[] part = network.bytes(2 << 20);
        InetSocketAddress address = server.start(network.loopback(), book);

        Peer client = network.connect(address);
        for (int i = 0; i < 18; i++) { // 36 MiB, and a program under the grader has a heap of 64 MiB
            client.send(part);
        }
        client.endOutput();

        network.expectSame(book, client.receiveUntilEnd());
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "A reset may come wherever you read, also while the rest of a long entry is thrown away: serve the next client then",
            notes = "ending#reset-survive")
    void a_long_entry_that_breaks_off_ends_nothing(@Subject(BookServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] book = network.letters(12).getBytes(US_ASCII);
        byte[] entry = network.letters(6).getBytes(US_ASCII);
        InetSocketAddress address = server.start(network.loopback(), book);

        network.connect(address)
                .send(network.bytes(10 * Server.LONGEST))
                .awaitTaken()
                .reset();

        network.expectSame(both(book, entry), visit(address, entry, network));
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "The array of the first book is the caller's: read from it, and receive what clients send into one of your own",
            notes = "tcp#whose-array")
    void the_array_of_the_first_book_stays_as_it_was(@Subject(BookServer.class) Server server, TestNetwork network)
            throws IOException {
        byte[] first = network.bytes(1000);
        byte[] book = first.clone();
        byte[] entry = network.bytes(100);
        InetSocketAddress address = server.start(network.loopback(), first);

        network.expectSame(book, visit(address, network.bytes(10 * Server.LONGEST), network));
        network.expectSame(both(book, entry), visit(address, entry, network));

        network.expectArraysUntouched();
    }

    @LabTest(
            task = 7,
            points = 1,
            hint = "A reset leaves your method by an exception: close the client's socket on that way, too",
            notes = "ending#try-with-resources")
    void aborted_entries_leave_nothing_open(@Subject(BookServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), new byte[0]);
        network.expectSame(new byte[] {1}, visit(address, new byte[] {1}, network));
        OpenFileCheck before = network.descriptors();

        for (int round = 0; round < 6; round++) { // the garbage collector may close what a program has forgotten
            for (int i = 0; i < 25; i++) {
                network.connect(address).send("x").awaitTaken().reset();
            }
            network.awaitRest();
            before.expectAtMostMore(18);
        }

        network.expectSame(new byte[] {1, 2}, visit(address, new byte[] {2}, network));
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "An entry is added when its stream has ended; that its writer then breaks off must not end the server",
            notes = "ending#reset-survive")
    void an_entry_stays_although_its_writer_does_not_read_the_book(
            @Subject(BookServer.class) Server server, TestNetwork network) throws IOException {
        byte[] book = network.bytes(HUGE);
        byte[] entry = network.letters(6).getBytes(US_ASCII);
        InetSocketAddress address = server.start(network.loopback(), book);

        Peer client = network.connect(address).send(entry).endOutput();
        client.receive(100);
        client.reset(); // while the server is sending

        network.expectSame(both(book, both(entry, entry)), visit(address, entry, network));
    }

    @LabTest(
            task = 8,
            points = 1,
            hint =
                    "Close the sockets without waiting for a lock that a thread holds while it writes, and let every loop end",
            notes = "threads#stopping")
    void close_waits_for_nobody_and_ends_the_threads(@Subject(BookServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback(), network.bytes(HUGE));
        Peer slow = network.connect(address).endOutput();
        slow.receive(100);
        slow.hold(); // and from now on the server cannot send

        server.close();

        network.expectRefused(address);
        network.expectNoThreads();
    }

    @LabTest(
            task = 8,
            points = 1,
            hint = "Close what this server has opened: its sockets are in fields of its object, not in static ones",
            notes = "tcp#listener-close")
    void close_ends_no_other_server(
            @Subject(BookServer.class) Server server, @Subject(BookServer.class) Server other, TestNetwork network)
            throws IOException {
        byte[] book = network.letters(12).getBytes(US_ASCII);
        InetSocketAddress address = server.start(network.loopback(), book);
        InetSocketAddress otherAddress = other.start(network.loopback(), book);
        Peer client = network.connect(otherAddress).send("ab").awaitTaken();

        server.close();

        network.expectRefused(address);
        client.send("c").endOutput();
        byte[] longer = both(book, "abc".getBytes(US_ASCII));
        network.expectSame(longer, client.receiveUntilEnd());
        network.expectSame(longer, visit(otherAddress, new byte[0], network));
    }

    @LabTest(
            task = 8,
            points = 2,
            hint =
                    "The server closed first, so its port has a connection in TIME_WAIT; to bind over it, address reuse must be on",
            notes = "ending#address-reuse")
    void a_server_restarts_at_once_on_the_same_port(
            @Subject(BookServer.class) Server first,
            @Subject(BookServer.class) Server second,
            @Subject(BookServer.class) Server third,
            TestNetwork network)
            throws IOException {
        byte[] book = network.letters(12).getBytes(US_ASCII);
        byte[] entry = network.letters(6).getBytes(US_ASCII);

        InetSocketAddress address = first.start(network.loopback(), book);
        stopInTheMiddleOfAnEntry(first, address, network);
        second.start(address, book);
        stopInTheMiddleOfAnEntry(second, address, network);
        third.start(address, book);

        network.expectSame(both(book, entry), visit(address, entry, network));
    }

    /** The server closes first, so that its side of the connection comes into TIME_WAIT. */
    private static void stopInTheMiddleOfAnEntry(Server server, InetSocketAddress address, TestNetwork network)
            throws IOException {
        Peer client = network.connect(address).send(network.letters(5)).awaitTaken(); // it is being served now
        server.close();
        if (TcpTable.isVisible()) { // otherwise the client may not have been accepted, and would be reset
            client.expectEnd();
        }
        client.close();
        network.expectRefused(address);
    }

    @LabTest(
            task = 8,
            points = 1,
            hint = "There may be no socket yet when close is called, or none any more",
            notes = "ending#try-with-resources")
    void a_server_can_be_closed_unstarted_and_twice(
            @Subject(BookServer.class) Server idle,
            @Subject(BookServer.class) Server late,
            @Subject(BookServer.class) Server server,
            TestNetwork network)
            throws IOException {
        Listener holder = network.listen();
        network.start(() -> late.start(holder.address(), new byte[0])).failure(IOException.class);
        InetSocketAddress address = server.start(network.loopback(), network.bytes(10));

        idle.close();
        late.close();
        server.close();
        server.close();

        network.expectRefused(address);
    }

    /** Writes an entry and returns the book. */
    private static byte[] visit(InetSocketAddress address, byte[] entry, TestNetwork network) throws IOException {
        Peer client = network.connect(address).send(entry).endOutput();
        byte[] book = client.receiveUntilEnd();
        client.close();
        return book;
    }

    private static byte[] both(byte[] book, byte[] entry) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(book);
        all.writeBytes(entry);
        return all.toByteArray();
    }
}

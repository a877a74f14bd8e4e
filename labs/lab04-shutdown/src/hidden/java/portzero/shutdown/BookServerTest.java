package portzero.shutdown;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import portzero.testkit.Descriptors;
import portzero.testkit.Hint;
import portzero.testkit.Listener;
import portzero.testkit.Peer;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;

/**
 * What else the server has to do.
 *
 * <p>No test has two connections open that both want something: a server may serve one client at a time.
 */
class BookServerTest {

    private static final int LARGE = (2 << 20) + 1; // more than fits into what the network holds at first
    private static final int HUGE = 6_000_000; // more than the system takes for a client that does not read
    private static final int MEDIUM = 200_000; // more than a narrow client takes, and less than the server's side holds

    @Test
    @Task(6)
    @Points(4)
    @Hint("Write the whole book and then close in order: a reset would destroy what is still on its way")
    @Reading("ending#fin-and-rst")
    void a_book_of_megabytes_arrives_whole(@Subject(BookServer.class) Server server, Wire wire) throws IOException {
        byte[] book = wire.bytes(LARGE);
        byte[] entry = wire.bytes(100);
        InetSocketAddress address = server.start(wire.loopback(), book);

        wire.expectSame(both(book, entry), visit(address, entry, wire));
    }

    @Test
    @Task(6)
    @Points(3)
    @Hint("Only -1 ends an entry: read again until it comes, however little each read gives you")
    @Reading("tcp#read-loop")
    void an_entry_that_comes_byte_by_byte_is_read_to_its_end(@Subject(BookServer.class) Server server, Wire wire)
            throws IOException {
        byte[] book = wire.letters(12).getBytes(US_ASCII);
        byte[] entry = wire.letters(6).getBytes(US_ASCII);
        InetSocketAddress address = server.start(wire.loopback(), book);

        Peer client = wire.connect(address).drip(entry).endOutput();

        wire.expectSame(both(book, entry), client.receiveUntilEnd());
        wire.expectSame(both(book, entry), visit(address, new byte[0], wire)); // an entry of no bytes
    }

    @Test
    @Task(6)
    @Points(3)
    @Hint("Close each client's socket when the book is written; try-with-resources does it on every way out")
    @Reading("ending#close-wait")
    void the_book_grows_and_no_connection_stays_in_close_wait(@Subject(BookServer.class) Server server, Wire wire)
            throws IOException {
        byte[] book = wire.letters(12).getBytes(US_ASCII);
        InetSocketAddress address = server.start(wire.loopback(), book);

        for (int i = 0; i < 3; i++) {
            byte[] entry = wire.bytes(6);
            book = both(book, entry);
            wire.expectSame(book, visit(address, entry, wire));
        }

        wire.expectNoneIn(TcpState.CLOSE_WAIT);
    }

    @Test
    @Task(6)
    @Points(2)
    @Hint("Bind to the whole address that you are given, and let the exception of a bind that fails reach the caller")
    @Reading("addresses#loopback-wildcard")
    void a_server_listens_where_it_is_told_and_nowhere_else(
            @Subject(BookServer.class) Server server, @Subject(BookServer.class) Server late, Wire wire)
            throws IOException {
        byte[] book = wire.letters(12).getBytes(US_ASCII);
        InetSocketAddress address = server.start(wire.loopback(), book);

        InetSocketAddress there = new InetSocketAddress(wire.loopback().getAddress(), address.getPort());
        wire.expectSame(book, visit(there, new byte[0], wire));
        assertThat(address).isEqualTo(there);
        if (TcpTable.isVisible()) { // on Linux all of 127.0.0.0/8 is loopback, elsewhere only 127.0.0.1
            wire.expectRefused(new InetSocketAddress("127.0.0.2", address.getPort()));
        } else {
            wire.note("this system has one loopback address; not checked: whether another one is refused");
        }
        wire.start(() -> late.start(address, book)).failure(IOException.class); // the port is taken
    }

    @Test
    @Task(6)
    @Points(1)
    @Hint("The book belongs to one server: keep it in a field of the object, for a static field is the same for all")
    @Reading("threads#shared-state")
    void two_servers_have_a_book_each(
            @Subject(BookServer.class) Server server, @Subject(BookServer.class) Server other, Wire wire)
            throws IOException {
        byte[] book = wire.letters(12).getBytes(US_ASCII);
        byte[] otherBook = wire.letters(6).getBytes(US_ASCII);
        byte[] entry = wire.letters(3).getBytes(US_ASCII);
        InetSocketAddress address = server.start(wire.loopback(), book);
        InetSocketAddress otherAddress = other.start(wire.loopback(), otherBook);

        wire.expectSame(both(book, entry), visit(address, entry, wire));
        wire.expectSame(both(otherBook, entry), visit(otherAddress, entry, wire));
        wire.expectSame(both(both(book, entry), entry), visit(address, entry, wire));
    }

    @Test
    @Task(6)
    @Points(2)
    @Hint("A client may pause for as long as it likes: set no time limit for reading an entry")
    @Reading("tcp#read-loop")
    void a_client_may_take_its_time(@Subject(BookServer.class) Server server, Wire wire) throws IOException {
        byte[] book = wire.letters(12).getBytes(US_ASCII);
        InetSocketAddress address = server.start(wire.loopback(), book);

        Peer client = wire.connect(address).send("half").awaitTaken();
        Visits.pause(wire);
        client.send("half").endOutput();

        wire.expectSame(both(book, "halfhalf".getBytes(US_ASCII)), client.receiveUntilEnd());
    }

    @Test
    @Task(7)
    @Points(3)
    @Hint("Add an entry of exactly LONGEST bytes. Read a longer one to its end: closing with a rest unread is a reset")
    @Reading("ending#close-unread")
    void a_longer_entry_is_read_to_its_end_and_left_out(@Subject(BookServer.class) Server server, Wire wire)
            throws IOException {
        byte[] book = wire.bytes(MEDIUM);
        byte[] longest = wire.bytes(Server.LONGEST);
        InetSocketAddress address = server.start(wire.loopback(), book);

        wire.expectSame(book, visit(address, wire.bytes(Server.LONGEST + 1), wire));
        wire.expectSame(book, visitAndReadLate(address, wire.bytes(100_000), wire));
        wire.expectSame(both(book, longest), visit(address, longest, wire));
    }

    /** A reset destroys what is still on the server's side: reads only when the server has done all that it does. */
    private static byte[] visitAndReadLate(InetSocketAddress address, byte[] entry, Wire wire) throws IOException {
        Peer client = wire.connectNarrow(address).send(entry).endOutput();
        wire.awaitRest();
        byte[] book = client.receiveUntilEnd();
        client.close();
        return book;
    }

    @Test
    @Task(7)
    @Points(2)
    @Hint(
            "When an entry is longer than LONGEST, read on and forget what you read: a client may send more than you can hold")
    @Reading("security#lengths")
    void an_entry_without_end_in_sight_is_not_kept(@Subject(BookServer.class) Server server, Wire wire)
            throws IOException {
        byte[] book = wire.letters(12).getBytes(US_ASCII);
        byte[] part = wire.bytes(2 << 20);
        InetSocketAddress address = server.start(wire.loopback(), book);

        Peer client = wire.connect(address);
        for (int i = 0; i < 18; i++) { // 36 MiB, and a program under the grader has a heap of 64 MiB
            client.send(part);
        }
        client.endOutput();

        wire.expectSame(book, client.receiveUntilEnd());
    }

    @Test
    @Task(7)
    @Points(1)
    @Hint("A reset leaves your method by an exception: close the client's socket on that way, too")
    @Reading("ending#try-with-resources")
    void aborted_entries_leave_nothing_open(@Subject(BookServer.class) Server server, Wire wire) throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), new byte[0]);
        wire.expectSame(new byte[] {1}, visit(address, new byte[] {1}, wire));
        Descriptors before = wire.descriptors();

        for (int round = 0; round < 6; round++) { // the garbage collector may close what a program has forgotten
            for (int i = 0; i < 25; i++) {
                wire.connect(address).send("x").awaitTaken().reset();
            }
            wire.awaitRest();
            before.expectAtMostMore(18);
        }

        wire.expectSame(new byte[] {1, 2}, visit(address, new byte[] {2}, wire));
    }

    @Test
    @Task(7)
    @Points(1)
    @Hint("An entry is added when its stream has ended; that its writer then breaks off must not end the server")
    @Reading("ending#reset-survive")
    void an_entry_stays_although_its_writer_does_not_read_the_book(@Subject(BookServer.class) Server server, Wire wire)
            throws IOException {
        byte[] book = wire.bytes(HUGE);
        byte[] entry = wire.letters(6).getBytes(US_ASCII);
        InetSocketAddress address = server.start(wire.loopback(), book);

        Peer client = wire.connect(address).send(entry).endOutput();
        client.receive(100);
        client.reset(); // while the server is sending

        wire.expectSame(both(book, both(entry, entry)), visit(address, entry, wire));
    }

    @Test
    @Task(8)
    @Points(1)
    @Hint("Close the sockets without waiting for a lock that a thread holds while it writes, and let every loop end")
    @Reading("threads#stopping")
    void close_waits_for_nobody_and_ends_the_threads(@Subject(BookServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), wire.bytes(HUGE));
        Peer slow = wire.connect(address).endOutput();
        slow.receive(100);
        slow.hold(); // and from now on the server cannot send

        server.close();

        wire.expectRefused(address);
        wire.expectNoThreads();
    }

    @Test
    @Task(8)
    @Points(1)
    @Hint("Close what this server has opened: its sockets are in fields of its object, not in static ones")
    @Reading("tcp#listener-close")
    void close_ends_no_other_server(
            @Subject(BookServer.class) Server server, @Subject(BookServer.class) Server other, Wire wire)
            throws IOException {
        byte[] book = wire.letters(12).getBytes(US_ASCII);
        InetSocketAddress address = server.start(wire.loopback(), book);
        InetSocketAddress otherAddress = other.start(wire.loopback(), book);
        Peer client = wire.connect(otherAddress).send("ab").awaitTaken();

        server.close();

        wire.expectRefused(address);
        client.send("c").endOutput();
        byte[] longer = both(book, "abc".getBytes(US_ASCII));
        wire.expectSame(longer, client.receiveUntilEnd());
        wire.expectSame(longer, visit(otherAddress, new byte[0], wire));
    }

    @Test
    @Task(8)
    @Points(2)
    @Hint(
            "The server closed first, so its port has a connection in TIME_WAIT; to bind over it, address reuse must be on")
    @Reading("ending#address-reuse")
    void a_server_restarts_at_once_on_the_same_port(
            @Subject(BookServer.class) Server first,
            @Subject(BookServer.class) Server second,
            @Subject(BookServer.class) Server third,
            Wire wire)
            throws IOException {
        byte[] book = wire.letters(12).getBytes(US_ASCII);
        byte[] entry = wire.letters(6).getBytes(US_ASCII);

        InetSocketAddress address = first.start(wire.loopback(), book);
        stopInTheMiddleOfAnEntry(first, address, wire);
        second.start(address, book);
        stopInTheMiddleOfAnEntry(second, address, wire);
        third.start(address, book);

        wire.expectSame(both(book, entry), visit(address, entry, wire));
    }

    /** The server closes first, so that its side of the connection comes into TIME_WAIT. */
    private static void stopInTheMiddleOfAnEntry(Server server, InetSocketAddress address, Wire wire)
            throws IOException {
        Peer client = wire.connect(address).send(wire.letters(5)).awaitTaken(); // it is being served now
        server.close();
        if (TcpTable.isVisible()) { // otherwise the client may not have been accepted, and would be reset
            client.expectEnd();
        }
        client.close();
        wire.expectRefused(address);
    }

    @Test
    @Task(8)
    @Points(1)
    @Hint("There may be no socket yet when close is called, or none any more")
    @Reading("ending#try-with-resources")
    void a_server_can_be_closed_unstarted_and_twice(
            @Subject(BookServer.class) Server idle,
            @Subject(BookServer.class) Server late,
            @Subject(BookServer.class) Server server,
            Wire wire)
            throws IOException {
        Listener holder = wire.listen();
        wire.start(() -> late.start(holder.address(), new byte[0])).failure(IOException.class);
        InetSocketAddress address = server.start(wire.loopback(), wire.bytes(10));

        idle.close();
        late.close();
        server.close();
        server.close();

        wire.expectRefused(address);
    }

    /** Writes an entry and returns the book. */
    private static byte[] visit(InetSocketAddress address, byte[] entry, Wire wire) throws IOException {
        Peer client = wire.connect(address).send(entry).endOutput();
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

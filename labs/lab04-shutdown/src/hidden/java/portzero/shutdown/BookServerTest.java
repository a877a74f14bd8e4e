package portzero.shutdown;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import portzero.testkit.Hint;
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
    private static final int MEDIUM = 200_000; // more than a narrow client takes, and less than the server's side holds

    @Test
    @Task(6)
    @Points(5)
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
    @Points(4)
    @Hint("Only -1 ends an entry: read again until it comes, however little each read gives you")
    @Reading("tcp#read-loop")
    void an_entry_that_comes_byte_by_byte_is_read_to_its_end(@Subject(BookServer.class) Server server, Wire wire)
            throws IOException {
        byte[] book = wire.letters(12).getBytes(US_ASCII);
        byte[] entry = wire.letters(6).getBytes(US_ASCII);
        InetSocketAddress address = server.start(wire.loopback(), book);

        Peer client = wire.connect(address).drip(entry).endOutput();

        wire.expectSame(both(book, entry), client.receiveUntilEnd());
    }

    @Test
    @Task(6)
    @Points(5)
    @Hint("Close each client's socket when the book is written; try-with-resources does it on every way out")
    @Reading("ending#close-wait")
    void the_book_grows_and_no_connection_stays_in_close_wait(@Subject(BookServer.class) Server server, Wire wire)
            throws IOException {
        byte[] book = wire.letters(12).getBytes(US_ASCII);
        InetSocketAddress address = server.start(wire.loopback(), book);

        for (int i = 0; i < 3; i++) {
            byte[] entry = wire.letters(6).getBytes(US_ASCII);
            book = both(book, entry);
            wire.expectSame(book, visit(address, entry, wire));
        }

        wire.expectNoneIn(TcpState.CLOSE_WAIT);
    }

    @Test
    @Task(7)
    @Points(2)
    @Hint("An entry is too long when it has more than LONGEST bytes; one of exactly so many is added")
    @Reading("tcp#read-loop")
    void the_longest_entry_is_added(@Subject(BookServer.class) Server server, Wire wire) throws IOException {
        byte[] book = wire.letters(12).getBytes(US_ASCII);
        byte[] entry = wire.bytes(Server.LONGEST);
        InetSocketAddress address = server.start(wire.loopback(), book);

        wire.expectSame(both(book, entry), visit(address, entry, wire));
    }

    @Test
    @Task(7)
    @Points(5)
    @Hint("Add nothing of an entry that is too long, but read it to its end: closing with a rest unread is a reset")
    @Reading("ending#close-unread")
    void a_longer_entry_is_read_to_its_end_and_left_out(@Subject(BookServer.class) Server server, Wire wire)
            throws IOException {
        byte[] book = wire.bytes(MEDIUM);
        InetSocketAddress address = server.start(wire.loopback(), book);

        wire.expectSame(book, visit(address, wire.bytes(Server.LONGEST + 1), wire));
        wire.expectSame(book, visitAndReadLate(address, wire.bytes(100_000), wire));
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
    @Task(8)
    @Points(4)
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
            @Subject(BookServer.class) Server idle, @Subject(BookServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback(), wire.bytes(10));

        idle.close();
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

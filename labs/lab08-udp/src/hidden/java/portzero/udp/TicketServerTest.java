package portzero.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portzero.testkit.Datagrams;
import portzero.testkit.Hint;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Running;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;

/** What else the server has to do. The test is its clients. */
class TicketServerTest {

    @Test
    @Task(4)
    @Points(3)
    @Hint("Each question has its own source, address and port: that is where its answer goes, and nowhere else")
    @Reading("udp#source")
    void each_client_is_answered_at_its_own_port(@Subject(TicketServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        Datagrams one = wire.datagrams();
        Datagrams two = wire.datagrams();
        byte[] name = name(5, wire);

        one.send(question(1, name), address).expect(ticket(1, 1, name));
        two.send(question(2, name), address).expect(ticket(2, 2, name));
        one.send(question(3, name), address).expect(ticket(3, 3, name));

        two.expectNone();
    }

    @Test
    @Task(4)
    @Points(2)
    @Hint("The buffer still holds an older, longer question: only getLength() bytes of it are new")
    @Reading("udp#length")
    void a_shorter_name_after_a_longer_one_is_answered_as_it_is(@Subject(TicketServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        Datagrams client = wire.datagrams();
        byte[][] names = {name(20, wire), name(7, wire), new byte[0]};

        for (int i = 0; i < names.length; i++) {
            client.send(question(i, names[i]), address).expect(ticket(i, i + 1, names[i]));
        }
    }

    @Test
    @Task(4)
    @Points(1)
    @Hint("Bind to the address that you were given; over IPv6 everything else is the same")
    @Reading("addresses#loopback-wildcard")
    void a_question_over_ipv6_is_answered(@Subject(TicketServer.class) Server server, Wire wire) throws IOException {
        Optional<InetSocketAddress> loopback = wire.loopback6();
        if (loopback.isEmpty()) {
            return; // a machine without IPv6 cannot ask; the story says so
        }
        InetSocketAddress address = server.start(loopback.get());
        Datagrams client = wire.datagrams(loopback.get());
        byte[] name = name(5, wire);

        client.send(question(7, name), address);

        client.expect(ticket(7, 1, name));
    }

    @Test
    @Task(4)
    @Points(2)
    @Hint("Bind before start returns, and let the exception out: in a thread of yours nobody hears of it")
    @Reading("addresses#taken")
    void a_port_that_is_taken_is_an_error(@Subject(TicketServer.class) Server server, Wire wire) throws Exception {
        InetSocketAddress taken = wire.datagrams().address();

        Running<InetSocketAddress> starting = wire.start(() -> server.start(taken));

        starting.failure(IOException.class);
    }

    @Test
    @Task(5)
    @Points(2)
    @Hint("A name is too long when it has more than LONGEST bytes; one of exactly so many gets a ticket")
    @Reading("udp#truncation")
    void the_longest_name_gets_a_ticket(@Subject(TicketServer.class) Server server, Wire wire) throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        Datagrams client = wire.datagrams();
        byte[] name = name(Server.LONGEST, wire);

        client.send(question(7, name), address);

        client.expect(ticket(7, 1, name));
    }

    @Test
    @Task(5)
    @Points(3)
    @Hint("With a buffer of exactly the allowed size, too long a question looks right: give the buffer one byte more")
    @Reading("udp#truncation")
    void a_longer_name_gets_none(@Subject(TicketServer.class) Server server, Wire wire) throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        Datagrams client = wire.datagrams();
        byte[] name = name(5, wire);

        client.send(question(6, name(Server.LONGEST + 1, wire)), address);
        client.send(question(6, name(10_000, wire)), address);
        client.send(question(7, name), address);

        client.expect(ticket(7, 1, name));
    }

    @Test
    @Task(5)
    @Points(3)
    @Hint("Closing the socket ends a receive that is waiting; a flag does not, and the socket keeps the port meanwhile")
    @Reading("udp#closing")
    void close_ends_a_receive_that_waits_and_frees_the_port(
            @Subject(TicketServer.class) Server idle,
            @Subject(TicketServer.class) Server server,
            @Subject(TicketServer.class) Server next,
            Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        Datagrams client = wire.datagrams();
        byte[] name = name(5, wire);
        client.send(question(7, name), address).expect(ticket(7, 1, name));

        idle.close();
        server.close();
        server.close();
        wire.expectFree(address);
        next.start(address);

        client.send(question(7, name), address).expect(ticket(7, 1, name));
    }

    @Test
    @Task(6)
    @Points(2)
    @Hint("Two clients may choose the same id: a question is known by its id and by where it came from")
    @Reading("udp#duplicates")
    void the_same_id_from_another_port_is_another_question(@Subject(TicketServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        byte[] name = name(5, wire);

        wire.datagrams().send(question(7, name), address).expect(ticket(7, 1, name));
        wire.datagrams().send(question(7, name), address).expect(ticket(7, 2, name));
    }

    @Test
    @Task(6)
    @Points(3)
    @Hint("A repetition may come late, after other questions: remember more than the last answer")
    @Reading("udp#duplicates")
    void a_late_repetition_gets_the_same_ticket(@Subject(TicketServer.class) Server server, Wire wire)
            throws IOException {
        InetSocketAddress address = server.start(wire.loopback());
        Datagrams one = wire.datagrams();
        Datagrams two = wire.datagrams();
        byte[] name = name(5, wire);

        one.send(question(7, name), address).expect(ticket(7, 1, name));
        one.send(question(8, name), address).expect(ticket(8, 2, name));
        two.send(question(7, name), address).expect(ticket(7, 3, name));

        one.send(question(7, name), address).expect(ticket(7, 1, name));
        two.send(question(9, name), address).expect(ticket(9, 4, name));
        for (int number = 5; number <= Server.REMEMBERED; number++) {
            two.send(question(number + 5, name), address).expect(ticket(number + 5, number, name));
        }
        one.send(question(7, name), address).expect(ticket(7, 1, name)); // the oldest of those to be remembered
    }

    private static byte[] name(int length, Wire wire) {
        return wire.letters(length).getBytes(US_ASCII);
    }

    private static byte[] question(int id, byte[] name) {
        return ByteBuffer.allocate(4 + name.length).putInt(id).put(name).array();
    }

    private static byte[] ticket(int id, int number, byte[] name) {
        return ByteBuffer.allocate(8 + name.length)
                .putInt(id)
                .putInt(number)
                .put(name)
                .array();
    }
}

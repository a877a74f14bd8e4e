package portzero.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.net.DatagramPeer;
import portzero.testkit.net.TestNetwork;

/** What else the server has to do. The test is its clients. */
class TicketServerTest {

    @LabTest(
            task = 4,
            points = 2,
            hint =
                    "Each question has its own source, address and port: that is where its answer goes, and nowhere else",
            notes = "udp#source")
    void each_client_is_answered_at_its_own_port(@Subject(TicketServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer one = network.datagrams();
        DatagramPeer two = network.datagrams();
        byte[] name = name(5, network);

        one.send(question(1, name), address).expect(ticket(1, 1, name));
        two.send(question(2, name), address).expect(ticket(2, 2, name));
        one.send(question(3, name), address).expect(ticket(3, 3, name));

        two.expectNone();
    }

    @LabTest(
            task = 4,
            points = 2,
            hint = "The buffer still holds an older, longer question: only getLength() bytes of it are new",
            notes = "udp#length")
    void a_shorter_name_after_a_longer_one_is_answered_as_it_is(
            @Subject(TicketServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer client = network.datagrams();
        byte[][] names = {name(20, network), name(7, network), new byte[0]};

        for (int i = 0; i < names.length; i++) {
            client.send(question(i, names[i]), address).expect(ticket(i, i + 1, names[i]));
        }
    }

    @LabTest(
            task = 4,
            points = 1,
            hint = "Bind to the address that you were given; over IPv6 everything else is the same",
            notes = "addresses#loopback-wildcard")
    void a_question_over_ipv6_is_answered(@Subject(TicketServer.class) Server server, TestNetwork network)
            throws IOException {
        Optional<InetSocketAddress> loopback = network.loopback6();
        if (loopback.isEmpty()) {
            return; // a machine without IPv6 cannot ask; the story says so
        }
        InetSocketAddress address = server.start(loopback.get());
        DatagramPeer client = network.datagrams(loopback.get());
        byte[] name = name(5, network);

        client.send(question(7, name), address);

        client.expect(ticket(7, 1, name));
    }

    @LabTest(
            task = 4,
            points = 1,
            hint = "Bind before start returns, and let the exception out: in a thread of yours nobody hears of it",
            notes = "addresses#taken")
    void a_port_that_is_taken_is_an_error(@Subject(TicketServer.class) Server server, TestNetwork network)
            throws Exception {
        InetSocketAddress taken = network.datagrams().address();

        PendingCall<InetSocketAddress> starting = network.start(() -> server.start(taken));

        starting.failure(IOException.class);
    }

    @LabTest(
            task = 4,
            points = 1,
            hint =
                    "Bind to the address that you were given, not to its port alone: that would be every address of the machine. A port"
                            + " that is taken is an error, so do not have it shared by address reuse",
            notes = "addresses#loopback-wildcard")
    void a_server_has_its_address_to_itself_and_no_other(
            @Subject(TicketServer.class) Server server, @Subject(TicketServer.class) Server late, TestNetwork network)
            throws Exception {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer client = network.datagrams();
        Optional<DatagramPeer> neighbour = network.namesake(client);
        byte[] name = name(5, network);

        assertThat(address.getAddress())
                .withFailMessage("Expected the server to start at 127.0.0.1, but it says that it is at %s", address)
                .isEqualTo(network.loopback().getAddress());
        if (neighbour.isPresent()) {
            client.send(
                    question(6, name),
                    new InetSocketAddress(neighbour.get().address().getAddress(), address.getPort()));
        }
        network.start(() -> late.start(address)).failure(IOException.class);
        client.send(question(7, name), address);

        client.expect(ticket(7, 1, name));
    }

    @LabTest(
            task = 4,
            points = 1,
            hint = "Each server has its own numbers, in fields that are not static. A name is bytes, and no text",
            notes = "udp#length")
    void two_servers_count_by_themselves(
            @Subject(TicketServer.class) Server one, @Subject(TicketServer.class) Server two, TestNetwork network)
            throws IOException {
        InetSocketAddress first = one.start(network.loopback());
        InetSocketAddress second = two.start(network.loopback());
        DatagramPeer client = network.datagrams();

        for (int number = 1; number <= 3; number++) {
            byte[] name = network.bytes(Server.LONGEST / 2);
            name[0] = (byte) 0xff; // is no beginning of any UTF-8
            name[name.length - 1] = 0; // is no end of a name
            client.send(question(number, name), first).expect(ticket(number, number, name));
            client.send(question(number, name), second).expect(ticket(number, number, name));
        }
    }

    @LabTest(
            task = 4,
            points = 1,
            hint =
                    "Answer each question, and give each a number of its own, even if many come before you have answered the first",
            notes = "threads#shared-state")
    void questions_that_come_together_are_all_answered(@Subject(TicketServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        List<DatagramPeer> clients = List.of(network.datagrams(), network.datagrams(), network.datagrams());
        byte[] name = name(5, network);
        int each = 20;

        for (int id = 0; id < each; id++) {
            for (DatagramPeer client : clients) {
                client.send(question(id, name), address);
            }
        }
        Set<Integer> numbers = new HashSet<>();
        for (DatagramPeer client : clients) {
            for (int i = 0; i < each; i++) {
                ByteBuffer answer = ByteBuffer.wrap(client.receive().payload());
                numbers.add(answer.remaining() < 8 ? 0 : answer.getInt(4));
            }
        }

        assertThat(numbers)
                .withFailMessage("Expected each of the numbers 1 to 60 once, but they were %s", numbers)
                .hasSize(each * clients.size())
                .allMatch(number -> number >= 1 && number <= each * clients.size());
    }

    @LabTest(
            task = 5,
            points = 4,
            hint =
                    "A name of exactly LONGEST bytes gets a ticket. With a buffer of exactly that size too long a question looks right:"
                            + " give the buffer one byte more",
            notes = "udp#truncation")
    void the_longest_name_gets_a_ticket_and_a_longer_one_none(
            @Subject(TicketServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer client = network.datagrams();
        byte[] name = name(Server.LONGEST, network);

        client.send(question(6, name(Server.LONGEST + 1, network)), address);
        client.send(question(6, name(10_000, network)), address);
        client.send(question(7, name), address);

        client.expect(ticket(7, 1, name));
    }

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "What is no question gets no answer, be it empty, of 65,507 bytes, or with the id of a question of before",
            notes = "udp#malformed")
    void what_is_no_question_is_none_at_any_time(@Subject(TicketServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer client = network.datagrams();
        byte[] name = name(5, network);

        client.send(question(7, name), address).expect(ticket(7, 1, name));
        client.send(question(7, name(Server.LONGEST + 1, network)), address);
        client.send(question(8, network.bytes(65_503)), address);
        for (int length = 0; length < 4; length++) {
            client.send(Arrays.copyOf(question(7, name), length), address);
        }
        client.send(question(8, new byte[0]), address);

        client.expect(ticket(8, 2, new byte[0]));
    }

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "Closing the socket ends a receive that is waiting; a flag does not, and the socket keeps the port meanwhile",
            notes = "udp#closing")
    void close_ends_a_receive_that_waits_and_frees_the_port(
            @Subject(TicketServer.class) Server idle,
            @Subject(TicketServer.class) Server server,
            @Subject(TicketServer.class) Server next,
            TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer client = network.datagrams();
        byte[] name = name(5, network);
        client.send(question(7, name), address).expect(ticket(7, 1, name));

        idle.close();
        server.close();
        server.close();
        network.expectFree(address);
        network.expectNoThreads();
        next.start(address);

        client.send(question(7, name), address).expect(ticket(7, 1, name));
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "Two clients may choose the same id: a question is known by its id and by where it came from",
            notes = "udp#duplicates")
    void the_same_id_from_another_port_is_another_question(
            @Subject(TicketServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        byte[] name = name(5, network);

        DatagramPeer one = network.datagrams();
        List<DatagramPeer> clients = new ArrayList<>(List.of(one, network.datagrams()));
        network.namesake(one).ifPresent(clients::add); // the same port, but another address

        for (int twice = 0; twice < 2; twice++) {
            for (int i = 0; i < clients.size(); i++) {
                clients.get(i).send(question(7, name), address).expect(ticket(7, i + 1, name));
            }
        }
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "A repetition may come late, after other questions: remember more than the last answer",
            notes = "udp#duplicates")
    void a_late_repetition_gets_the_same_ticket(@Subject(TicketServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer one = network.datagrams();
        DatagramPeer two = network.datagrams();
        byte[] name = name(5, network);

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

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "When there is no room for more, forget the oldest question, and neither the new one nor all of them",
            notes = "udp#duplicates")
    void the_last_hundred_of_many_are_remembered(@Subject(TicketServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer client = network.datagrams();
        byte[] name = name(5, network);
        int last = 3 * Server.REMEMBERED / 2;

        for (int number = 1; number <= last; number++) {
            client.send(question(-number, name), address).expect(ticket(-number, number, name));
        }
        for (int number = last - Server.REMEMBERED + 1; number <= last; number++) {
            client.send(question(-number, name), address).expect(ticket(-number, number, name));
        }
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "An id is all of its four bytes: two that differ in one of them are two",
            notes = "udp#duplicates")
    void ids_that_differ_in_one_byte_are_different(@Subject(TicketServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer client = network.datagrams();
        byte[] name = name(5, network);
        int[] ids = {0, 1, 1 << 8, 1 << 16, 1 << 24, 1 << 7, 1 << 31, -1};

        for (int twice = 0; twice < 2; twice++) {
            for (int i = 0; i < ids.length; i++) {
                client.send(question(ids[i], name), address).expect(ticket(ids[i], i + 1, name));
            }
        }
    }

    private static byte[] name(int length, TestNetwork network) {
        return network.letters(length).getBytes(US_ASCII);
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

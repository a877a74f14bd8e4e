package portzero.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portzero.testkit.Datagram;
import portzero.testkit.Datagrams;
import portzero.testkit.Hint;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Running;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;

/** What else the client has to do. The test is the server, and a stranger. */
class UdpClientTest {

    private static final Duration LONG = Duration.ofSeconds(10); // what is waited for comes long before
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    @Task(7)
    @Points(4)
    @Hint(
            "Anyone can send to your port: compare the source of each answer with the server, or connect the socket to it")
    @Reading("udp#whose-answer")
    void a_strangers_answer_is_ignored(@Subject(UdpClient.class) Client client, Wire wire) throws Exception {
        Datagrams server = wire.datagrams();
        List<Datagrams> strangers = new ArrayList<>(List.of(wire.stranger()));
        wire.namesake(server).ifPresent(strangers::add); // the same port, but another address
        byte[] answer = wire.letters(7).getBytes(US_ASCII);

        Running<byte[]> asking = wire.start(() -> client.ask(server.address(), wire.bytes(5), LONG, 1));
        Datagram request = server.receive();
        for (Datagrams stranger : strangers) {
            stranger.send(answer(request, wire.letters(7).getBytes(US_ASCII)), request.from());
        }
        server.send(answer(request, answer), request.from());

        wire.expectSame(answer, asking.result());
    }

    @Test
    @Task(7)
    @Points(4)
    @Hint(
            "An answer to an earlier question may come now: only the id tells, so give each question its own and compare it")
    @Reading("udp#duplicates")
    void a_late_answer_to_an_earlier_question_is_ignored(@Subject(UdpClient.class) Client client, Wire wire)
            throws Exception {
        Datagrams server = wire.datagrams();
        byte[] question = wire.letters(5).getBytes(US_ASCII);
        byte[] first = wire.letters(7).getBytes(US_ASCII);
        byte[] second = wire.letters(7).getBytes(US_ASCII);

        Running<byte[]> asking = wire.start(() -> client.ask(server.address(), question, LONG, 1));
        Datagram earlier = server.receive();
        server.send(answer(earlier, first), earlier.from());
        wire.expectSame(first, asking.result());
        Running<byte[]> askingAgain = wire.start(() -> client.ask(server.address(), question, LONG, 1));
        Datagram request = server.receive();
        server.send(answer(earlier, first), request.from());
        server.send(answer(request, second), request.from());

        wire.expectSame(second, askingAgain.result());
    }

    @Test
    @Task(7)
    @Points(1)
    @Hint("Check that a datagram has room for an id before you take one from it; if not, go on waiting")
    @Reading("udp#malformed")
    void an_answer_without_a_whole_id_is_ignored(@Subject(UdpClient.class) Client client, Wire wire) throws Exception {
        Datagrams server = wire.datagrams();
        byte[] answer = wire.letters(7).getBytes(US_ASCII);

        Running<byte[]> asking = wire.start(() -> client.ask(server.address(), wire.bytes(5), LONG, 1));
        Datagram request = server.receive();
        server.send(new byte[0], request.from());
        server.send(Arrays.copyOf(request.payload(), 3), request.from());
        server.send(answer(request, answer), request.from());

        wire.expectSame(answer, asking.result());
    }

    @Test
    @Task(7)
    @Points(1)
    @Hint("An answer may be nothing but its id: that is an empty answer, and not too short a one")
    @Reading("udp#malformed")
    void an_empty_answer_is_an_answer(@Subject(UdpClient.class) Client client, Wire wire) throws Exception {
        Datagrams server = wire.datagrams();

        Running<byte[]> asking = wire.start(() -> client.ask(server.address(), wire.bytes(5), LONG, 1));
        Datagram request = server.receive();
        server.send(answer(request, new byte[0]), request.from());

        wire.expectSame(new byte[0], asking.result());
    }

    @Test
    @Task(7)
    @Points(2)
    @Hint(
            "The longest answer has LONGEST bytes after its id; give your buffer one byte more, to tell a longer one from it")
    @Reading("udp#truncation")
    void the_longest_answer_is_taken_and_a_longer_one_ignored(@Subject(UdpClient.class) Client client, Wire wire)
            throws Exception {
        Datagrams server = wire.datagrams();
        byte[] answer = wire.bytes(Client.LONGEST);

        Running<byte[]> asking = wire.start(() -> client.ask(server.address(), wire.bytes(5), LONG, 1));
        Datagram request = server.receive();
        server.send(answer(request, wire.bytes(Client.LONGEST + 1)), request.from());
        server.send(answer(request, answer), request.from());

        wire.expectSame(answer, asking.result());
    }

    @Test
    @Task(7)
    @Points(2)
    @Hint("The system reports it to a connected socket only: connect the socket to the server before you send")
    @Reading("udp#port-unreachable")
    void an_unreachable_port_is_reported(@Subject(UdpClient.class) Client client, Wire wire) throws Exception {
        if (!wire.tellsUnreachable()) {
            return; // then a client cannot know either; the story says so
        }
        InetSocketAddress nobody = wire.unreachable();
        byte[] question = wire.letters(5).getBytes(US_ASCII);

        Running<byte[]> asking = wire.start(() -> client.ask(nobody, question, Duration.ofSeconds(1), 1));

        asking.failure(PortUnreachableException.class);
    }

    @Test
    @Task(7)
    @Points(1)
    @Hint("Neither bind the socket to an IPv4 address nor open it for IPv4 only: the server's may be one of IPv6")
    @Reading("addresses#loopback-wildcard")
    void a_server_is_asked_over_ipv6(@Subject(UdpClient.class) Client client, Wire wire) throws Exception {
        Optional<InetSocketAddress> loopback = wire.loopback6();
        if (loopback.isEmpty()) {
            return; // a machine without IPv6 has no such server; the story says so
        }
        Datagrams server = wire.datagrams(loopback.get());
        byte[] answer = wire.letters(7).getBytes(US_ASCII);

        Running<byte[]> asking = wire.start(() -> client.ask(server.address(), wire.bytes(5), LONG, 1));
        Datagram request = server.receive();
        server.send(answer(request, answer), request.from());

        wire.expectSame(answer, asking.result());
    }

    @Test
    @Task(8)
    @Points(2)
    @Hint("Wait after each time of asking: when the answer comes in time, there is nothing to ask again")
    @Reading("udp#ask-again")
    void nothing_is_asked_again_while_there_is_time(@Subject(UdpClient.class) Client client, Wire wire)
            throws Exception {
        Datagrams server = wire.datagrams();
        byte[] answer = wire.letters(7).getBytes(US_ASCII);

        Running<byte[]> asking = wire.start(() -> client.ask(server.address(), wire.bytes(5), LONG, 3));
        Datagram request = server.receive();
        server.send(answer(request, answer), request.from());
        wire.expectSame(answer, asking.result());

        server.expectNone();
    }

    @Test
    @Task(8)
    @Points(3)
    @Hint("Ask again from the same socket: an answer to the first attempt, on its way to you, would miss a new one")
    @Reading("udp#ask-again")
    void it_is_asked_again_from_the_same_port(@Subject(UdpClient.class) Client client, Wire wire) throws Exception {
        Datagrams server = wire.datagrams();
        byte[] answer = wire.letters(7).getBytes(US_ASCII);

        Running<byte[]> asking = wire.start(() -> client.ask(server.address(), wire.bytes(5), SHORT, 100));
        Datagram first = server.lose();
        Datagram second = server.expect(first.payload());
        assertThat(second.from())
                .withFailMessage(
                        "Expected the client to ask again from %s, but it asked from %s", first.from(), second.from())
                .isEqualTo(first.from());
        server.send(answer(first, answer), first.from());

        wire.expectSame(answer, asking.result());
    }

    @Test
    @Task(8)
    @Points(4)
    @Hint("Count the attempts, the first one too; after the last wait throw, and close the socket on this way as well")
    @Reading("udp#ask-again")
    void it_gives_up_after_the_last_attempt(@Subject(UdpClient.class) Client client, Wire wire) throws Exception {
        Datagrams server = wire.datagrams();

        Running<byte[]> asking = wire.start(() -> client.ask(server.address(), wire.bytes(5), SHORT, 3));
        asking.failure(SocketTimeoutException.class);

        Datagram request = server.receive();
        server.expect(request.payload());
        server.expect(request.payload());
        server.expectNone();
        wire.expectFree(new InetSocketAddress(
                wire.loopback().getAddress(), request.from().getPort()));
    }

    @Test
    @Task(8)
    @Points(4)
    @Hint("A new timeout for each datagram never ends while datagrams come: fix the end first, wait for what is left")
    @Reading("udp#timeouts")
    void a_flood_of_wrong_answers_makes_the_wait_no_longer(@Subject(UdpClient.class) Client client, Wire wire)
            throws Exception {
        Datagrams server = wire.datagrams();
        byte[] question = wire.letters(5).getBytes(US_ASCII);

        Running<byte[]> asking = wire.start(() -> client.ask(server.address(), question, Duration.ofMillis(300), 2));
        Datagram request = server.receive();
        byte[] wrong = answer(request, wire.bytes(7));
        wrong[0]++;
        server.flood(wrong, request.from());

        asking.failure(SocketTimeoutException.class);
    }

    /** The answer to a question: whatever its first four bytes are, and then the bytes given. */
    private static byte[] answer(Datagram request, byte[] answer) {
        byte[] id = Arrays.copyOf(request.payload(), 4);
        return ByteBuffer.allocate(4 + answer.length).put(id).put(answer).array();
    }
}

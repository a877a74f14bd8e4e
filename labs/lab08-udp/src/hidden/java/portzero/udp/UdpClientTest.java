package portzero.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.CallDuration;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.net.Datagram;
import portzero.testkit.net.DatagramPeer;
import portzero.testkit.net.TestNetwork;

/** What else the client has to do. The test is the server, and a stranger. */
class UdpClientTest {

    private static final Duration LONG = Duration.ofSeconds(10); // what is waited for comes long before
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration MORE_THAN_A_SECOND = Duration.ofMillis(1_200);
    private static final int MORE_THAN_A_BYTE_HAS = 270;
    private static final int QUESTIONS = 40; // the JVM opens fewer descriptors of its own meanwhile
    private static final int MORE_THAN_CAN_BE_ASKED = 10_000_000; // before the call should have ended

    @LabTest(
            task = 7,
            points = 2,
            hint =
                    "Anyone can send to your port: compare the source of each answer with the server, or connect the socket to it",
            notes = "udp#whose-answer")
    void a_strangers_answer_is_ignored(@Subject(UdpClient.class) Client client, TestNetwork network) throws Exception {
        DatagramPeer server = network.datagrams();
        List<DatagramPeer> strangers = new ArrayList<>(List.of(network.stranger()));
        network.namesake(server).ifPresent(strangers::add); // the same port, but another address
        byte[] answer = network.letters(7).getBytes(US_ASCII);

        PendingCall<byte[]> asking = network.start(() -> client.ask(server.address(), network.bytes(5), LONG, 1));
        Datagram request = server.receive();
        for (DatagramPeer stranger : strangers) {
            stranger.send(answer(request, network.letters(7).getBytes(US_ASCII)), request.from());
        }
        server.send(answer(request, answer), request.from());

        network.expectSame(answer, asking.result());
    }

    @LabTest(
            task = 7,
            points = 3,
            hint =
                    "An answer to an earlier question may come now: only the id tells, so give each question its own and compare it",
            notes = "udp#duplicates")
    void a_late_answer_to_an_earlier_question_is_ignored(@Subject(UdpClient.class) Client client, TestNetwork network)
            throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] question = network.letters(5).getBytes(US_ASCII);
        byte[] first = network.letters(7).getBytes(US_ASCII);
        byte[] second = network.letters(7).getBytes(US_ASCII);

        PendingCall<byte[]> asking = network.start(() -> client.ask(server.address(), question, LONG, 1));
        Datagram earlier = server.receive();
        server.send(answer(earlier, first), earlier.from());
        network.expectSame(first, asking.result());
        PendingCall<byte[]> askingAgain = network.start(() -> client.ask(server.address(), question, LONG, 1));
        Datagram request = server.receive();
        server.send(answer(earlier, first), request.from());
        for (int i = 0; i < 4; i++) { // and no other id either, in whatever byte it differs
            byte[] other = answer(request, first);
            other[i]++;
            server.send(other, request.from());
        }
        server.send(answer(request, second), request.from());

        network.expectSame(second, askingAgain.result());
    }

    @LabTest(
            task = 7,
            points = 1,
            hint = "Check that a datagram has room for an id before you take one from it; if not, go on waiting",
            notes = "udp#malformed")
    void an_answer_without_a_whole_id_is_ignored(@Subject(UdpClient.class) Client client, TestNetwork network)
            throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] answer = network.letters(7).getBytes(US_ASCII);

        PendingCall<byte[]> asking = network.start(() -> client.ask(server.address(), network.bytes(5), LONG, 1));
        Datagram request = server.receive();
        server.send(new byte[0], request.from());
        server.send(Arrays.copyOf(request.payload(), 3), request.from());
        server.send(answer(request, answer), request.from());

        network.expectSame(answer, asking.result());
    }

    @LabTest(
            task = 7,
            points = 1,
            hint = "An answer may be nothing but its id: that is an empty answer, and not too short a one",
            notes = "udp#malformed")
    void an_empty_answer_is_an_answer(@Subject(UdpClient.class) Client client, TestNetwork network) throws Exception {
        DatagramPeer server = network.datagrams();

        PendingCall<byte[]> asking = network.start(() -> client.ask(server.address(), network.bytes(5), LONG, 1));
        Datagram request = server.receive();
        server.send(answer(request, new byte[0]), request.from());

        network.expectSame(new byte[0], asking.result());
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "The longest answer has LONGEST bytes after its id; give your buffer one byte more, to tell a longer one from it",
            notes = "udp#truncation")
    void the_longest_answer_is_taken_and_a_longer_one_ignored(
            @Subject(UdpClient.class) Client client, TestNetwork network) throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] answer = network.bytes(Client.LONGEST);

        PendingCall<byte[]> asking = network.start(() -> client.ask(server.address(), network.bytes(5), LONG, 1));
        Datagram request = server.receive();
        server.send(answer(request, network.bytes(Client.LONGEST + 1)), request.from());
        server.send(answer(request, answer), request.from());

        network.expectSame(answer, asking.result());
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "The system reports it to a connected socket only: connect the socket to the server before you send. It is no lost"
                            + " answer: do not ask again",
            notes = "udp#port-unreachable")
    void an_unreachable_port_is_reported(@Subject(UdpClient.class) Client client, TestNetwork network)
            throws Exception {
        if (!network.tellsUnreachable()) {
            return; // then a client cannot know either; the story says so
        }
        InetSocketAddress nobody = network.unreachable();
        byte[] question = network.letters(5).getBytes(US_ASCII);

        PendingCall<byte[]> asking = network.start(() -> client.ask(nobody, question, LONG, MORE_THAN_CAN_BE_ASKED));

        asking.failure(PortUnreachableException.class);
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "Neither bind the socket to an IPv4 address nor open it for IPv4 only: the server's may be one of IPv6",
            notes = "addresses#loopback-wildcard")
    void a_server_is_asked_over_ipv6(@Subject(UdpClient.class) Client client, TestNetwork network) throws Exception {
        Optional<InetSocketAddress> loopback = network.loopback6();
        if (loopback.isEmpty()) {
            return; // a machine without IPv6 has no such server; the story says so
        }
        DatagramPeer server = network.datagrams(loopback.get());
        byte[] answer = network.letters(7).getBytes(US_ASCII);

        PendingCall<byte[]> asking = network.start(() -> client.ask(server.address(), network.bytes(5), LONG, 1));
        Datagram request = server.receive();
        server.send(answer(request, answer), request.from());

        network.expectSame(answer, asking.result());
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "A question is any bytes, from none to 1,000 of them, and what follows the id is these bytes and no more",
            notes = "udp#length")
    void any_bytes_are_a_question(@Subject(UdpClient.class) Client client, TestNetwork network) throws Exception {
        DatagramPeer server = network.datagrams();

        for (int length : new int[] {0, 1, Client.LONGEST}) {
            byte[] question = network.bytes(length);
            PendingCall<byte[]> asking = network.start(() -> client.ask(server.address(), question, A_DAY, 1));
            Datagram request = server.receive();
            byte[] payload = request.payload();
            network.expectSame(question, Arrays.copyOfRange(payload, Math.min(4, payload.length), payload.length));
            byte[] answer = network.bytes(length);
            server.send(answer(request, answer), request.from());
            network.expectSame(answer, asking.result());
        }
    }

    @LabTest(
            task = 7,
            points = 1,
            hint = "Give each question an id that no earlier one had: one byte has 256 of them, and four have enough",
            notes = "udp#duplicates")
    void many_questions_have_ids_of_their_own(@Subject(UdpClient.class) Client client, TestNetwork network)
            throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] question = network.letters(5).getBytes(US_ASCII);
        Set<Integer> ids = new HashSet<>();

        for (int i = 1; i <= MORE_THAN_A_BYTE_HAS; i++) {
            ids.add(idOfAnswered(client, server, question, network));
        }

        assertThat(ids)
                .withFailMessage(
                        "Expected %d questions to have as many ids, but they had %d", MORE_THAN_A_BYTE_HAS, ids.size())
                .hasSize(MORE_THAN_A_BYTE_HAS);
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "Close the socket on every way out: with an answer, without one, and when nobody receives on the port",
            notes = "udp#closing")
    void nothing_stays_open_however_a_question_ends(@Subject(UdpClient.class) Client client, TestNetwork network)
            throws Exception {
        DatagramPeer server = network.datagrams();
        DatagramPeer silent = network.datagrams();
        InetSocketAddress nobody = network.tellsUnreachable() ? network.unreachable() : silent.address();
        byte[] question = network.letters(5).getBytes(US_ASCII);

        for (int round = 0; round < 2; round++) { // in one of them the collector may close what was forgotten
            leavesNothingOpen(() -> idOfAnswered(client, server, question, network), network);
            leavesNothingOpen(
                    () -> network.start(() -> client.ask(nobody, question, Duration.ofMillis(1), 1))
                            .failure(IOException.class),
                    network);
            leavesNothingOpen(
                    () -> network.start(() -> client.ask(silent.address(), question, Duration.ofMillis(1), 1))
                            .failure(SocketTimeoutException.class),
                    network);
        }
    }

    private static void leavesNothingOpen(Callable<?> ask, TestNetwork network) throws Exception {
        ask.call(); // the first time loads classes, which stay open
        OpenFileCheck before = network.descriptors();
        for (int i = 0; i < QUESTIONS; i++) {
            ask.call();
        }
        before.expectAtMostMore(QUESTIONS / 2);
    }

    private static int idOfAnswered(Client client, DatagramPeer server, byte[] question, TestNetwork network)
            throws Exception {
        PendingCall<byte[]> asking = network.start(() -> client.ask(server.address(), question, LONG, 1));
        Datagram request = server.receive();
        server.send(answer(request, question), request.from());
        asking.result();
        return ByteBuffer.wrap(request.payload()).getInt();
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "Each client has its own socket and its own ids, and waits by itself: share nothing in static fields",
            notes = "udp#whose-answer")
    void two_clients_ask_at_the_same_time(
            @Subject(UdpClient.class) Client one, @Subject(UdpClient.class) Client two, TestNetwork network)
            throws Exception {
        DatagramPeer server = network.datagrams();
        byte[][] questions = {
            network.letters(5).getBytes(US_ASCII), network.letters(6).getBytes(US_ASCII)
        };

        PendingCall<byte[]> first = network.start(() -> one.ask(server.address(), questions[0], LONG, 1));
        Datagram ofOne = server.receive();
        PendingCall<byte[]> second = network.start(() -> two.ask(server.address(), questions[1], LONG, 1));
        Datagram ofTwo = server.receive();
        server.send(answer(ofTwo, questions[1]), ofTwo.from());
        network.expectSame(questions[1], second.result());
        server.send(answer(ofOne, questions[0]), ofOne.from());

        network.expectSame(questions[0], first.result());
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "Wait as long as the caller says: a limit that you add for safety cuts off what was allowed to be slow",
            notes = "udp#timeouts")
    void no_wait_is_cut_short(
            @Subject(UdpMailbox.class) Mailbox mailbox, @Subject(UdpClient.class) Client client, TestNetwork network)
            throws Exception {
        DatagramPeer silent = network.datagrams();
        byte[] question = network.bytes(5);
        mailbox.open(network.loopback());

        PendingCall<Duration> asking = network.start(() -> CallDuration.expectTimeout(
                MORE_THAN_A_SECOND, () -> client.ask(silent.address(), question, MORE_THAN_A_SECOND, 1)));
        CallDuration.expectTimeout(MORE_THAN_A_SECOND, () -> mailbox.receive(100, MORE_THAN_A_SECOND));

        asking.result();
    }

    @LabTest(
            task = 7,
            points = 1,
            hint = "Wait after each time of asking: when the answer comes in time, there is nothing to ask again",
            notes = "udp#ask-again")
    void nothing_is_asked_again_while_there_is_time(@Subject(UdpClient.class) Client client, TestNetwork network)
            throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] answer = network.letters(7).getBytes(US_ASCII);

        PendingCall<byte[]> asking = network.start(() -> client.ask(server.address(), network.bytes(5), LONG, 3));
        Datagram request = server.receive();
        server.send(answer(request, answer), request.from());
        network.expectSame(answer, asking.result());

        server.expectNone();
    }

    @LabTest(
            task = 8,
            points = 4,
            hint =
                    "Ask again from the same socket: an answer to the first attempt, on its way to you, would miss a new one",
            notes = "udp#ask-again")
    void it_is_asked_again_from_the_same_port(@Subject(UdpClient.class) Client client, TestNetwork network)
            throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] answer = network.letters(7).getBytes(US_ASCII);

        PendingCall<byte[]> asking = network.start(() -> client.ask(server.address(), network.bytes(5), SHORT, 100));
        Datagram first = server.lose();
        Datagram second = server.expect(first.payload());
        assertThat(second.from())
                .withFailMessage(
                        "Expected the client to ask again from %s, but it asked from %s", first.from(), second.from())
                .isEqualTo(first.from());
        server.send(answer(first, answer), first.from());

        network.expectSame(answer, asking.result());
    }

    @LabTest(
            task = 8,
            points = 5,
            hint =
                    "Count the attempts, the first one too; after the last wait throw, and close the socket on this way as well",
            notes = "udp#ask-again")
    void it_gives_up_after_the_last_attempt(@Subject(UdpClient.class) Client client, TestNetwork network)
            throws Exception {
        DatagramPeer server = network.datagrams();

        byte[] question = network.bytes(5);

        CallDuration.expectNotBefore(
                SHORT.multipliedBy(3),
                () -> network.start(() -> client.ask(server.address(), question, SHORT, 3))
                        .failure(SocketTimeoutException.class));

        Datagram request = server.receive();
        server.expect(request.payload());
        server.expect(request.payload());
        server.expectNone();
        network.expectFree(new InetSocketAddress(
                network.loopback().getAddress(), request.from().getPort()));
        CallDuration.expectBetween( // each wait is as long as the first
                SHORT.multipliedBy(3),
                SHORT.multipliedBy(3).plusMillis(90),
                () -> network.start(() -> client.ask(server.address(), question, SHORT, 3))
                        .failure(SocketTimeoutException.class));
    }

    @LabTest(
            task = 8,
            points = 5,
            hint =
                    "A new timeout for each datagram never ends while datagrams come: fix the end first, wait for what is left",
            notes = "udp#timeouts")
    void a_flood_of_wrong_answers_makes_the_wait_no_longer(@Subject(UdpClient.class) Client client, TestNetwork network)
            throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] question = network.letters(5).getBytes(US_ASCII);

        PendingCall<byte[]> asking =
                network.start(() -> client.ask(server.address(), question, Duration.ofMillis(300), 2));
        Datagram request = server.receive();
        byte[] wrong = answer(request, network.bytes(7));
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

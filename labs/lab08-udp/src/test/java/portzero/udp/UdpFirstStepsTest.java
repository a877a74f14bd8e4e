package portzero.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.CallDuration;
import portzero.testkit.net.Datagram;
import portzero.testkit.net.DatagramPeer;
import portzero.testkit.net.TestNetwork;

/** The tests that you can read, one for each task. The others look closer at the same things. */
class UdpFirstStepsTest {

    private static final Duration LONG = Duration.ofSeconds(10); // what is waited for comes long before
    private static final Duration ENOUGH = Duration.ofSeconds(1); // what is waited for is there already
    private static final Duration SHORT = Duration.ofMillis(50);

    @LabTest(
            task = 1,
            points = 4,
            hint =
                    "receive puts the bytes into the front of your array: take getLength() of them, and getSocketAddress()",
            notes = "udp#length")
    void a_datagram_arrives_and_tells_where_it_came_from(
            @Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network) throws IOException {
        InetSocketAddress address = mailbox.open(network.loopback());
        DatagramPeer friend = network.datagrams();
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        friend.send(payload, address);
        Letter letter = mailbox.receive(100, ENOUGH);

        network.expectSame(payload, letter.payload());
        assertThat(letter.from())
                .withFailMessage(
                        "Expected a letter from %s, where it was sent, but it says %s", friend.address(), letter.from())
                .isEqualTo(friend.address());
    }

    @LabTest(
            task = 2,
            points = 3,
            hint = "What does not fit into the buffer is dropped without a word: a buffer with one byte more can tell",
            notes = "udp#truncation")
    void a_datagram_that_is_too_long_is_cut_and_says_so(@Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network)
            throws IOException {
        InetSocketAddress address = mailbox.open(network.loopback());
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        network.datagrams().send(payload, address);
        network.datagrams().send(payload, address);
        Letter letter = mailbox.receive(11, ENOUGH);

        network.expectSame(Arrays.copyOf(payload, 11), letter.payload());
        assertThat(letter.cut())
                .withFailMessage("Expected a letter of 12 bytes, of which 11 were asked for, to be marked as cut,"
                        + " but it was not")
                .isTrue();
        network.expectSame(payload, mailbox.receive(100, ENOUGH).payload()); // the rest of the first one is lost
    }

    @LabTest(
            task = 3,
            points = 3,
            hint = "Without a timeout, receive waits for ever: setSoTimeout sets one, before receive",
            notes = "udp#timeouts")
    void receive_gives_up_when_nothing_comes(@Subject(UdpMailbox.class) Mailbox mailbox, TestNetwork network)
            throws Exception {
        InetSocketAddress address = mailbox.open(network.loopback());
        byte[] payload = network.letters(12).getBytes(US_ASCII);

        CallDuration.expectAfter(
                SHORT, () -> network.start(() -> mailbox.receive(100, SHORT)).failure(SocketTimeoutException.class));
        network.datagrams().send(payload, address); // the mailbox goes on as before

        network.expectSame(payload, mailbox.receive(100, Duration.ofDays(1)).payload());
    }

    @LabTest(
            task = 4,
            points = 4,
            hint =
                    "Answer with the id, the number 1 in four bytes, and the name, sent to the packet's getSocketAddress()",
            notes = "udp#source")
    void a_question_is_answered_with_a_ticket(@Subject(TicketServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer client = network.datagrams();
        int id = network.random().nextInt();
        byte[] name = network.letters(5).getBytes(US_ASCII);

        client.send(question(id, name), address);

        InetSocketAddress from = client.expect(ticket(id, 1, name)).from();
        assertThat(from)
                .withFailMessage(
                        "Expected the answer to come from %s, which was asked, but it came from %s", address, from)
                .isEqualTo(address);
    }

    @LabTest(
            task = 5,
            points = 3,
            hint =
                    "Anyone can send you anything: check the length before you take an id from it, and go on after what is wrong",
            notes = "udp#malformed")
    void what_is_too_short_for_a_question_is_ignored(@Subject(TicketServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer client = network.datagrams();
        byte[] name = network.letters(5).getBytes(US_ASCII);

        client.send(new byte[0], address).send(network.bytes(3), address);
        client.send(question(7, name), address);

        client.expect(ticket(7, 1, name));
    }

    @LabTest(
            task = 6,
            points = 3,
            hint =
                    "The same id from the same port is the same question, asked again: keep its answer, and send that again",
            notes = "udp#duplicates")
    void a_repeated_question_gets_the_same_ticket(@Subject(TicketServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        DatagramPeer client = network.datagrams();
        byte[] name = network.letters(5).getBytes(US_ASCII);

        client.send(question(7, name), address).expect(ticket(7, 1, name));
        client.send(question(7, name), address).expect(ticket(7, 1, name));
        client.send(question(8, name), address).expect(ticket(8, 2, name));
    }

    @LabTest(
            task = 7,
            points = 4,
            hint =
                    "Put an id in front of the question; what comes back with this id, after its four bytes, is the answer",
            notes = "udp#whose-answer")
    void a_question_brings_back_its_answer(@Subject(UdpClient.class) Client client, TestNetwork network)
            throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] question = network.letters(12).getBytes(US_ASCII);
        byte[] answer = network.letters(7).getBytes(US_ASCII);

        PendingCall<byte[]> asking = network.start(() -> client.ask(server.address(), question, LONG, 1));
        Datagram request = server.receive();
        network.expectSame(question, withoutId(request));
        server.send(answer(request, answer), request.from());

        network.expectSame(answer, asking.result());
    }

    @LabTest(
            task = 8,
            points = 4,
            hint = "A repetition is the same datagram once more: its id tells the server that it is no new question",
            notes = "udp#ask-again")
    void a_lost_question_is_asked_again_with_the_same_id(@Subject(UdpClient.class) Client client, TestNetwork network)
            throws Exception {
        DatagramPeer server = network.datagrams();
        byte[] question = network.letters(12).getBytes(US_ASCII);
        byte[] answer = network.letters(7).getBytes(US_ASCII);

        PendingCall<byte[]> asking = network.start(() -> client.ask(server.address(), question, SHORT, 100));
        Datagram request = server.lose();
        Datagram again = server.expect(request.payload());
        server.send(answer(again, answer), again.from());

        network.expectSame(answer, asking.result());
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

    private static byte[] withoutId(Datagram request) {
        byte[] payload = request.payload();
        return Arrays.copyOfRange(payload, Math.min(4, payload.length), payload.length);
    }

    /** The answer to a question: whatever its first four bytes are, and then the bytes given. */
    private static byte[] answer(Datagram request, byte[] answer) {
        byte[] id = Arrays.copyOf(request.payload(), 4);
        return ByteBuffer.allocate(4 + answer.length).put(id).put(answer).array();
    }
}

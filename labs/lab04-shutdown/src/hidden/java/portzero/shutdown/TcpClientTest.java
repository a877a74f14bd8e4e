package portzero.shutdown;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.CallDuration;
import portzero.testkit.kernel.TcpState;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.RefusingPort;
import portzero.testkit.net.TestNetwork;

/** What else the client has to do. The test is the server. */
class TcpClientTest {

    private static final int LARGE = (2 << 20) + 1; // more than fits into what the network holds at first
    private static final int MEDIUM =
            400_000; // more than a server takes that does not read, less than the client's side
    private static final Duration AT_ONCE = Duration.ofMillis(700); // on a busy machine; less than a linger time

    @LabTest(
            task = 1,
            points = 2,
            hint = "An ordinary close sends what is still unsent and then FIN; a linger time of 0 throws it away",
            notes = "ending#fin-and-rst")
    void a_large_message_arrives_whole_although_the_client_closes_at_once(
            @Subject(TcpClient.class) Client client, TestNetwork network) throws Exception {
        Listener listener = network.listen();
        byte[] message = network.bytes(LARGE);
        client.connect(listener.address());
        Peer server = listener.accept();

        PendingCall<Boolean> sending = network.start(() -> sendAndClose(client, message));

        network.expectSame(message, server.receiveUntilEnd());
        sending.result();
    }

    private static boolean sendAndClose(Client client, byte[] message) throws IOException {
        client.send(message);
        client.close();
        return true;
    }

    @LabTest(
            task = 1,
            points = 1,
            hint =
                    "An ordinary close returns at once and leaves what is unsent to the system; a linger time makes it wait for the server",
            notes = "ending#close-and-shutdown")
    void close_does_not_wait_for_a_server_that_does_not_read(
            @Subject(TcpClient.class) Client one,
            @Subject(TcpClient.class) Client two,
            @Subject(TcpClient.class) Client three,
            @Subject(TcpClient.class) Client four,
            TestNetwork network)
            throws Exception {
        if (!TcpTable.isVisible()) { // elsewhere send may have to wait for the server, and rightly
            network.unchecked(
                    "this system holds little for a server that does not read", "how long close waits for it");
            return;
        }
        Listener listener = network.listen();
        byte[] message = network.bytes(MEDIUM);
        Iterator<Client> clients = List.of(one, two, three, four).iterator();

        CallDuration.expectBetween(Duration.ZERO, AT_ONCE, () -> {
            Client client = clients.next();
            client.connect(listener.address());
            listener.accept().hold();
            client.send(message);
            client.close();
        });
    }

    @LabTest(
            task = 1,
            points = 3,
            hint = "shutdownOutput ends one half and keeps the socket; close gives up both halves and the socket",
            notes = "ending#close-and-shutdown")
    void close_ends_both_halves(@Subject(TcpClient.class) Client client, TestNetwork network) throws IOException {
        Listener listener = network.listen();
        client.connect(listener.address());
        Peer server = listener.accept();

        client.close();

        server.expectEnd().expectGone(); // with a half-close it would go on taking bytes
    }

    @LabTest(
            task = 1,
            points = 1,
            hint =
                    "The bytes are the caller's: send from the array, and write nothing into it, not even when they are sent",
            notes = "tcp#whose-array")
    void what_is_sent_stays_as_it_was(@Subject(TcpClient.class) Client client, TestNetwork network) throws IOException {
        Listener listener = network.listen();
        byte[] message = network.letters(12).getBytes(US_ASCII);
        byte[] copy = message.clone();
        client.connect(listener.address());

        client.send(message);
        client.close();

        network.expectSame(copy, listener.accept().receiveUntilEnd());
        network.expectArraysUntouched();
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "The side that closes first, and in order, ends up in TIME_WAIT; there is nothing wrong with it",
            notes = "ending#time-wait")
    void the_side_that_closes_first_holds_time_wait(
            @Subject(TcpClient.class) Client one,
            @Subject(TcpClient.class) Client two,
            @Subject(TcpClient.class) Client three,
            TestNetwork network)
            throws IOException {
        Listener listener = network.listen();

        for (Client client : List.of(one, two, three)) { // under load the kernel was seen to keep no note of one
            client.connect(listener.address());
            Peer server = listener.accept();
            client.close();
            server.expectEnd().close();
        }

        network.expectOneIn(TcpState.TIME_WAIT);
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "The server has closed and waits for you: close the socket, whichever side was first",
            notes = "ending#close-wait")
    void the_side_that_closes_second_holds_nothing(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        client.connect(listener.address());
        listener.accept().close();
        network.expectOneIn(TcpState.CLOSE_WAIT); // the end has arrived, so that this side is really second

        client.close();

        network.expectNoneIn(TcpState.CLOSE_WAIT);
        network.expectNoneIn(TcpState.TIME_WAIT);
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "A socket can be closed before it is connected, and again after it was closed; let close do the same",
            notes = "ending#try-with-resources")
    void a_client_can_be_closed_unconnected_and_twice(
            @Subject(TcpClient.class) Client idle, @Subject(TcpClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        client.connect(listener.address());

        idle.close();
        client.close();
        client.close();

        listener.accept().expectEnd();
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Let the exception of a connect that failed reach the caller: without a connection there is nothing to send to",
            notes = "trouble#refused")
    void a_connection_that_is_refused_is_reported(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws IOException {
        RefusingPort port = network.refusingPort();

        network.start(() -> connected(client, port.address())).failure(IOException.class);

        client.close();
    }

    private static boolean connected(Client client, InetSocketAddress address) throws IOException {
        client.connect(address);
        return true;
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "The socket belongs to one client: keep it in a field of the object, for a static field is the same for all",
            notes = "ending#close-and-shutdown")
    void two_clients_have_a_connection_each(
            @Subject(TcpClient.class) Client one, @Subject(TcpClient.class) Client two, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        one.connect(listener.address());
        Peer first = listener.accept();
        two.connect(listener.address());
        Peer second = listener.accept();

        one.send("one".getBytes(US_ASCII));
        two.send("two".getBytes(US_ASCII));
        one.close();
        two.send("more".getBytes(US_ASCII));

        first.expect("one").expectEnd();
        second.expect("twomore").expectOpen();
    }

    @LabTest(
            task = 2,
            points = 4,
            hint =
                    "Read again and again, until read returns -1: one read gives you what is there, not all there will be",
            notes = "tcp#read-loop")
    void a_large_reply_arrives_whole(@Subject(TcpClient.class) Client client, TestNetwork network) throws Exception {
        Listener listener = network.listen();
        byte[] reply = network.bytes(LARGE);
        client.connect(listener.address());
        Peer server = listener.accept();
        client.send(network.letters(12).getBytes(US_ASCII));
        client.endOutput();
        server.receiveUntilEnd();

        PendingCall<byte[]> receiving = network.start(client::receiveToEnd);
        server.send(reply).endOutput();

        network.expectSame(reply, receiving.result());
        network.expectSame(new byte[0], client.receiveToEnd()); // all of it has been received before
    }

    @LabTest(
            task = 2,
            points = 1,
            hint =
                    "The server has ended its half only, and still reads: close neither the socket nor a stream of it when you have received all",
            notes = "ending#half-close")
    void the_client_can_send_when_it_has_received_all(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        byte[] reply = network.letters(12).getBytes(US_ASCII);
        String message = network.letters(12);
        client.connect(listener.address());
        Peer server = listener.accept().send(reply).endOutput();

        network.expectSame(reply, client.receiveToEnd());
        client.send(message.getBytes(US_ASCII));

        server.expect(message).expectOpen();
    }

    @LabTest(
            task = 2,
            points = 4,
            hint =
                    "A reset is not the end of the stream: let its exception reach the caller instead of what came before it",
            notes = "ending#fin-and-rst")
    void a_reply_cut_off_by_a_reset_is_an_error(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        client.connect(listener.address());
        Peer server = listener.accept();

        PendingCall<byte[]> receiving = network.start(client::receiveToEnd);
        server.send(network.letters(5)).awaitTaken().reset();

        receiving.failure(IOException.class);
    }

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "Only a read tells, and it takes a byte with it: keep that byte, or a place to go back to, for later",
            notes = "ending#write-after-close")
    void has_more_keeps_what_has_arrived(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        byte[] reply = network.bytes(12);
        reply[0] = 0; // a byte like any other
        client.connect(listener.address());
        Peer server = listener.accept().send(reply);

        expectMore(client);
        expectMore(client);
        server.endOutput();

        network.expectSame(reply, client.receiveToEnd());
    }

    private static void expectMore(Client client) throws IOException {
        assertThat(client.hasMore())
                .withFailMessage(
                        "Expected hasMore to return true while something is to be received, but it returned false")
                .isTrue();
    }

    @LabTest(
            task = 3,
            points = 2,
            hint = "The server has ended its half only: -1 is no reason to close yours",
            notes = "ending#half-close")
    void the_client_can_send_when_the_server_has_ended_its_stream(
            @Subject(TcpClient.class) Client client, TestNetwork network) throws IOException {
        Listener listener = network.listen();
        String message = network.letters(12);
        client.connect(listener.address());
        Peer server = listener.accept().endOutput();

        expectNoMore(client);
        client.send(message.getBytes(US_ASCII));

        server.expect(message);
    }

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "The first write is what finds out that the server has gone, the next one throws: let that reach the caller",
            notes = "ending#write-after-close")
    void the_second_send_to_a_closed_server_fails(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        byte[] message = network.letters(12).getBytes(US_ASCII);
        client.connect(listener.address());
        listener.accept().close();
        expectNoMore(client);

        client.send(message);
        network.expectNoneIn(TcpState.CLOSE_WAIT); // the answer has, too: a reset

        assertThat(canSend(client, message))
                .withFailMessage("Expected the second send to a server that has gone to throw an IOException,"
                        + " but it returned as if all were well")
                .isFalse();
    }

    private static boolean canSend(Client client, byte[] message) {
        try {
            client.send(message);
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    private static void expectNoMore(Client client) throws IOException {
        assertThat(client.hasMore())
                .withFailMessage("Expected hasMore to return false after the end of the stream, but it returned true")
                .isFalse();
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "Nothing has arrived yet is not the end: wait in a read, which has no time limit, and do not ask available()",
            notes = "ending#write-after-close")
    void has_more_waits_for_what_is_still_to_come(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        client.connect(listener.address());
        Peer server = listener.accept();

        PendingCall<Boolean> asking = network.start(client::hasMore);
        network.pause();
        server.send("a");

        assertThat(asking.result())
                .withFailMessage("Expected hasMore to wait for what comes and return true, but it returned false")
                .isTrue();
        server.send("b").close();
        network.expectSame("ab".getBytes(US_ASCII), client.receiveToEnd());
        expectNoMore(client);
    }

    @LabTest(
            task = 3,
            points = 1,
            hint =
                    "A reset is not the end of the stream: do not catch the exception of the read, but let it reach the caller",
            notes = "ending#fin-and-rst")
    void has_more_reports_a_reset(@Subject(TcpClient.class) Client client, TestNetwork network) throws Exception {
        Listener listener = network.listen();
        client.connect(listener.address());
        Peer server = listener.accept();

        PendingCall<Boolean> asking = network.start(client::hasMore);
        server.reset();

        asking.failure(IOException.class);
    }

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "Closing the input stream closes the whole socket; shutdownInput touches neither the server nor your output",
            notes = "ending#shutdown-input")
    void the_server_does_not_notice_that_the_input_was_ended(
            @Subject(TcpClient.class) Client client, TestNetwork network) throws IOException {
        Listener listener = network.listen();
        String message = network.letters(12);
        client.connect(listener.address());
        Peer server = listener.accept();

        client.endInput();
        server.send(network.letters(5)).send(network.letters(5)); // a second write would tell of a closed socket
        client.send(message.getBytes(US_ASCII));

        server.expect(message);
        network.expectSame(new byte[0], client.receiveToEnd()); // what has arrived meanwhile is dropped
    }

    @LabTest(
            task = 4,
            points = 2,
            hint = "What you read ahead is in your own hands, and shutdownInput knows nothing of it: drop it yourself",
            notes = "ending#shutdown-input")
    void what_has_arrived_is_dropped_when_the_input_is_ended(
            @Subject(TcpClient.class) Client client, TestNetwork network) throws IOException {
        Listener listener = network.listen();
        client.connect(listener.address());
        listener.accept().send(network.letters(12));
        expectMore(client);

        client.endInput();

        network.expectSame(new byte[0], client.receiveToEnd());
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "After a reset neither side remembers the connection; an abort must not end its output in order before",
            notes = "ending#time-wait")
    void an_abort_leaves_nothing_to_close(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        client.connect(listener.address());
        Peer server = listener.accept();

        client.abort();
        server.close();
        client.close();

        network.expectNoneIn(TcpState.ESTABLISHED);
        network.expectNoneIn(TcpState.CLOSE_WAIT);
        // An orderly end passes through these, on a busy machine so slowly that TIME_WAIT would be looked for too
        // early.
        network.expectNoneIn(TcpState.FIN_WAIT1);
        network.expectNoneIn(TcpState.FIN_WAIT2);
        network.expectNoneIn(TcpState.CLOSING);
        network.expectNoneIn(TcpState.TIME_WAIT);
    }

    @LabTest(
            task = 5,
            points = 1,
            hint =
                    "An abort is a reset whatever was ended before: set the linger time of 0 and close, also after shutdownOutput",
            notes = "ending#fin-and-rst")
    void an_abort_after_the_end_of_output_is_a_reset(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        client.connect(listener.address());
        Peer server = listener.accept();
        client.endOutput();
        server.expectEnd();
        network.expectOneIn(TcpState.FIN_WAIT2); // the server has the end, and its own half is open

        client.abort();

        network.expectNoneIn(TcpState.FIN_WAIT2); // where a close would wait for the server's end
        server.hold();
    }
}

package portzero.shutdown;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** The tests that you can read, one for each task. The others look closer at the same things. */
class ShutdownFirstStepsTest {

    @LabTest(
            task = 1,
            points = 3,
            hint = "Connect one socket and keep it, write the bytes to its output, and let close() close it",
            notes = "ending#fin-and-rst")
    void what_was_sent_arrives_before_the_end(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        byte[] message = network.letters(12).getBytes(US_ASCII);

        client.connect(listener.address());
        Peer server = listener.accept();
        client.send(message);
        client.close();

        network.expectSame(message, server.receiveUntilEnd());
    }

    @LabTest(
            task = 2,
            points = 5,
            hint = "End the outgoing half only: shutdownOutput keeps the socket open for the reply, close does not",
            notes = "ending#half-close")
    void reply_still_arrives_after_half_close(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();
        byte[] request = network.letters(12).getBytes(US_ASCII);
        byte[] reply = network.letters(12).getBytes(US_ASCII);

        client.connect(listener.address());
        Peer server = listener.accept();
        client.send(request);
        client.endOutput();
        network.expectSame(request, server.receiveUntilEnd()); // the server needs the end to know that this was all
        server.send(reply).close();

        network.expectSame(reply, client.receiveToEnd());
    }

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "isConnected and isClosed speak of what your own side has done; a read that gives -1 speaks of the server",
            notes = "ending#write-after-close")
    void has_more_is_false_when_the_server_has_closed(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();

        client.connect(listener.address());
        listener.accept().close();

        assertThat(client.hasMore())
                .withFailMessage("Expected hasMore to return false after the server has closed, but it returned true")
                .isFalse();
    }

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "shutdownInput makes reads give -1 at once, but only on a stream that you have taken from the socket before",
            notes = "ending#shutdown-input")
    void nothing_is_received_after_the_input_was_ended(@Subject(TcpClient.class) Client client, TestNetwork network)
            throws IOException {
        Listener listener = network.listen();

        client.connect(listener.address());
        listener.accept().hold();
        client.endInput();

        assertThat(client.hasMore())
                .withFailMessage("Expected hasMore to return false after endInput, but it returned true")
                .isFalse();
        network.expectSame(new byte[0], client.receiveToEnd());
    }

    @LabTest(
            task = 5,
            points = 4,
            hint = "An ordinary close is orderly; a linger time of 0, set before the close, makes it a reset",
            notes = "ending#fin-and-rst")
    void abort_is_seen_as_a_reset(@Subject(TcpClient.class) Client client, TestNetwork network) throws IOException {
        Listener listener = network.listen();

        client.connect(listener.address());
        Peer server = listener.accept();
        client.send(network.letters(5).getBytes(US_ASCII));
        client.abort();

        server.expectReset();
    }

    @LabTest(
            task = 6,
            points = 4,
            hint = "Read until -1, add what you read to the book, write the whole book, and close the client's socket",
            notes = "ending#half-close")
    void an_entry_is_answered_with_the_book(@Subject(BookServer.class) Server server, TestNetwork network)
            throws IOException {
        String book = network.letters(12);
        String entry = network.letters(12);
        InetSocketAddress address = server.start(network.loopback(), book.getBytes(US_ASCII));

        Peer client = network.connect(address).send(entry).endOutput();

        network.expectSame((book + entry).getBytes(US_ASCII), client.receiveUntilEnd());
    }

    @LabTest(
            task = 7,
            points = 3,
            hint = "A reset is an IOException and not -1: leave without adding anything, and accept the next client",
            notes = "ending#reset-survive")
    void an_aborted_entry_is_not_added(@Subject(BookServer.class) Server server, TestNetwork network)
            throws IOException {
        String book = network.letters(12);
        String entry = network.letters(12);
        InetSocketAddress address = server.start(network.loopback(), book.getBytes(US_ASCII));

        network.connect(address).send(network.letters(5)).awaitTaken().reset();
        Peer next = network.connect(address).send(entry).endOutput();

        network.expectSame((book + entry).getBytes(US_ASCII), next.receiveUntilEnd());
    }

    @LabTest(
            task = 8,
            points = 3,
            hint =
                    "Closing the listening socket leaves accepted connections open: keep those in a field, and close them, too",
            notes = "tcp#listener-close")
    void close_ends_the_connections_that_are_open(@Subject(BookServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address =
                server.start(network.loopback(), network.letters(12).getBytes(US_ASCII));
        Peer client = network.connect(address).send(network.letters(5)).awaitTaken(); // not an entry yet

        server.close();

        if (TcpTable.isVisible()) { // otherwise the client may not have been accepted, and would be reset
            client.expectEnd();
        } else {
            network.unchecked("this system does not show its sockets", "how an open connection ends");
        }
        network.expectRefused(address);
    }
}

package portzero.unix;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.file.SharedFolder;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** The client: tasks 6 and 7. */
class UnixClientTest {

    private static final int LARGE = (4 << 20) + 3; // bytes; many times what the system keeps for a connection
    private static final int MANY = 60;

    @LabTest(
            task = 6,
            points = 3,
            hint =
                    "The server reads on only when its answer is taken: receive while you send, in another thread or with a selector",
            notes = "unix#both-ways")
    void megabytes_are_answered_while_they_are_sent(@Subject(UnixClient.class) Client client, TestNetwork network)
            throws Exception {
        Path path = network.folder().path("server");
        Listener listener = network.listen(path);
        byte[] message = network.bytes(LARGE);
        byte[] answer = network.bytes(LARGE);

        PendingCall<byte[]> asking = network.start(() -> client.exchange(path, message));
        Peer server = listener.accept().send(answer); // before anything is read of the message
        network.expectSame(message, server.receiveUntilEnd());
        server.endOutput();

        network.expectSame(answer, asking.result());
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "The server has ended its half only: go on until nothing of the message remains, and end your stream then",
            notes = "ending#half-close")
    void a_server_that_reads_late_gets_everything(@Subject(UnixClient.class) Client client, TestNetwork network)
            throws Exception {
        Path path = network.folder().path("server");
        Listener listener = network.listen(path);
        byte[] message = network.bytes(LARGE);
        byte[] answer = network.bytes(7);

        PendingCall<byte[]> asking = network.start(() -> client.exchange(path, message));
        Peer server = listener.accept();
        network.awaitRest();
        server.send(answer).endOutput(); // its half only: the rest of the message is wanted
        network.expectSame(message, server.receiveUntilEnd());

        network.expectSame(answer, asking.result());
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "There may be nothing to send and nothing to receive: the ends of both streams come all the same",
            notes = "tcp#end-of-stream")
    void an_empty_message_may_have_an_empty_answer(@Subject(UnixClient.class) Client client, TestNetwork network)
            throws Exception {
        Path path = network.folder().path("server");
        Listener listener = network.listen(path);

        PendingCall<byte[]> asking = network.start(() -> client.exchange(path, new byte[0]));
        Peer server = listener.accept().expectEnd();
        server.endOutput();

        network.expectSame(new byte[0], asking.result());
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "A message that could not be sent has no answer: let the exception of the write reach the caller",
            notes = "ending#write-after-close")
    void a_connection_that_breaks_is_an_error(@Subject(UnixClient.class) Client client, TestNetwork network)
            throws Exception {
        Path path = network.folder().path("server");
        Listener listener = network.listen(path);
        byte[] message = network.bytes(LARGE);

        PendingCall<byte[]> asking = network.start(() -> client.exchange(path, message));
        Peer server = listener.accept();
        server.receive(1000);
        server.send(network.letters(5)).endOutput();
        network.awaitRest(); // so that the break is one of the sending alone
        server.close();

        asking.failure(IOException.class);
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "Calls may come at the same time: what belongs to one of them goes into local variables, not into fields",
            notes = "threads#own-state")
    void two_exchanges_go_on_at_the_same_time(@Subject(UnixClient.class) Client client, TestNetwork network)
            throws Exception {
        SharedFolder folder = network.folder();
        Listener one = network.listen(folder.path("one"));
        Listener two = network.listen(folder.path("two"));
        byte[] message = network.bytes(12);
        byte[] other = network.bytes(13);

        PendingCall<byte[]> first = network.start(() -> client.exchange(folder.path("one"), message));
        Peer server = one.accept();
        network.expectSame(message, server.receiveUntilEnd());
        PendingCall<byte[]> second = network.start(() -> client.exchange(folder.path("two"), other));
        Peer another = two.accept();
        network.expectSame(other, another.receiveUntilEnd());
        another.send("bb").endOutput();
        network.expectSame(new byte[] {'b', 'b'}, second.result());
        server.send("a").endOutput();

        network.expectSame(new byte[] {'a'}, first.result());
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "Close the channel when the answer is there, and leave the caller's array and the server's file alone",
            notes = "ending#try-with-resources")
    void an_exchange_leaves_nothing_behind(@Subject(UnixClient.class) Client client, TestNetwork network)
            throws Exception {
        SharedFolder folder = network.folder();
        Path path = folder.path("server");
        Listener listener = network.listen(path);
        byte[] message = network.bytes(12);
        byte[] copy = message.clone();
        exchange(client, path, message, listener, network);

        OpenFileCheck before = network.descriptors();
        for (int i = 0; i < MANY; i++) {
            exchange(client, path, message, listener, network);
        }

        before.expectAtMostMore(MANY / 2);
        network.expectNoThreads();
        network.expectSame(copy, message);
        network.expectArraysUntouched();
        folder.expectSocket(path).expectEntries(1);
    }

    private static void exchange(Client client, Path path, byte[] message, Listener listener, TestNetwork network)
            throws Exception {
        PendingCall<byte[]> asking = network.start(() -> client.exchange(path, message));
        Peer server = listener.accept();
        server.expect(message).expectEnd();
        server.send("ok").endOutput();
        network.expectSame(new byte[] {'o', 'k'}, asking.result());
        server.close();
    }

    @LabTest(
            task = 7,
            points = 1,
            hint =
                    "Count the bytes of the path in UTF-8 before you connect, and put that number and the limit into the message",
            notes = "unix#length")
    void a_path_that_is_too_long_is_refused_with_both_numbers(
            @Subject(UnixClient.class) Client client, TestNetwork network) throws Exception {
        SharedFolder folder = network.folder();
        Path tooLong = folder.pathOfLength(Server.LONGEST_PATH + 1);
        Path longest = folder.pathOfLength(Server.LONGEST_PATH);
        Path shorter = folder.path("s");

        IOException refusal =
                network.start(() -> client.exchange(tooLong, new byte[1])).failure(IOException.class);
        PathLength.expectIn(refusal, tooLong, Server.LONGEST_PATH + 1);

        Listener listener = network.listen(shorter);
        folder.move(shorter, longest);
        PendingCall<byte[]> asking = network.start(() -> client.exchange(longest, new byte[1]));
        listener.accept().send("ok").endOutput();
        network.expectSame(new byte[] {'o', 'k'}, asking.result());
    }

    @LabTest(
            task = 7,
            points = 2,
            hint =
                    "Something is at the path, if not a server: that is ConnectException; and close the channel that has failed",
            notes = "unix#stale-file")
    void failures_leave_nothing_open_and_everything_as_it_was(
            @Subject(UnixClient.class) Client client, TestNetwork network) throws IOException {
        SharedFolder folder = network.folder();
        Path missing = folder.path("missing");
        Path letter = folder.path("letter");
        Path dead = folder.path("dead");
        byte[] content = network.bytes(12);
        folder.write(letter, content).leaveStaleSocket(dead);
        network.start(() -> client.exchange(letter, content)).failure(ConnectException.class);
        network.start(() -> client.exchange(missing, content)).failure(NoSuchFileException.class);

        OpenFileCheck before = network.descriptors();
        for (int i = 0; i < MANY; i++) {
            network.start(() -> client.exchange(missing, content)).failure(NoSuchFileException.class);
            network.start(() -> client.exchange(dead, content)).failure(ConnectException.class);
        }

        before.expectAtMostMore(MANY / 2);
        folder.expectContent(letter, content).expectSocket(dead).expectEntries(2);
    }
}

package portzero.unix;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.file.SharedFolder;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** The tests that you can read, at least one for each task. The others look closer at the same things. */
class UnixFirstStepsTest {

    @LabTest(
            task = 1,
            points = 4,
            hint =
                    "Write back what a read has brought; -1 is the end of the client's stream, and then comes the count in 8 bytes",
            notes = "ending#half-close")
    void what_was_sent_comes_back_and_then_the_receipt(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        byte[] message = network.bytes(12);
        server.start(path);

        Peer client = network.connect(path).send(message);
        client.expect(message);
        client.endOutput();

        client.expect(Receipt.of(12)).expectEnd();
    }

    @LabTest(
            task = 2,
            points = 4,
            hint =
                    "The remote address of every client is the same, an empty one: keep the count with the connection, in a local variable",
            notes = "unix#peer")
    void each_client_has_a_count_of_its_own(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        String text = network.letters(9);
        server.start(path);

        Peer one = network.connect(path).send(text.substring(0, 3)).expect(text.substring(0, 3));
        Peer two = network.connect(path).send(text.substring(3, 8)).expect(text.substring(3, 8));
        one.send(text.substring(8)).expect(text.substring(8)).endOutput();
        two.endOutput();

        one.expect(Receipt.of(4)).expectEnd();
        two.expect(Receipt.of(5)).expectEnd();
    }

    @LabTest(
            task = 3,
            points = 4,
            hint = "The file stays when the listening channel is closed: delete it as well, after you have closed",
            notes = "unix#stale-file")
    void nothing_is_left_at_the_path(@Subject(UnixServer.class) Server server, TestNetwork network) throws IOException {
        SharedFolder folder = network.folder();
        Path path = folder.path("server");
        server.start(path);
        folder.expectSocket(path);

        server.close();

        folder.expectNothing(path);
    }

    @LabTest(
            task = 4,
            points = 4,
            hint =
                    "A file is no sign of life: connect to it, and if you are refused, nobody is there; delete it then, and bind",
            notes = "unix#delete")
    void the_file_of_a_dead_server_is_replaced(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        SharedFolder folder = network.folder();
        Path path = folder.path("server");
        byte[] message = network.letters(12).getBytes(US_ASCII);
        folder.leaveStaleSocket(path);

        server.start(path);

        network.connect(path).send(message).expect(message);
    }

    @LabTest(
            task = 4,
            points = 4,
            hint = "If somebody answers when you connect to the file, the path is taken: throw, and delete nothing",
            notes = "unix#delete")
    void a_server_that_lives_keeps_its_path(
            @Subject(UnixServer.class) Server one, @Subject(UnixServer.class) Server two, TestNetwork network)
            throws Exception {
        SharedFolder folder = network.folder();
        Path path = folder.path("server");
        byte[] message = network.letters(12).getBytes(US_ASCII);
        folder.leaveStaleSocket(path);
        one.start(path);
        Peer client = network.connect(path);

        network.start(() -> two.start(path)).failure(IOException.class);

        client.send(message).expect(message);
        network.connect(path).send(message).expect(message);
    }

    @LabTest(
            task = 5,
            points = 4,
            hint = "Files.setPosixFilePermissions sets them, of a socket's file too, before start returns",
            notes = "unix#permissions")
    void only_the_owner_may_connect(@Subject(UnixServer.class) Server server, TestNetwork network) throws IOException {
        SharedFolder folder = network.folder();
        Path path = folder.path("server");

        server.start(path);

        folder.expectPermissions(path, "rw-------");
    }

    @LabTest(
            task = 6,
            points = 4,
            hint =
                    "shutdownOutput ends your stream and keeps the connection: then read until read returns -1, however long it takes",
            notes = "ending#half-close")
    void the_answer_comes_after_the_end_of_the_message(@Subject(UnixClient.class) Client client, TestNetwork network)
            throws Exception {
        Path path = network.folder().path("server");
        Listener listener = network.listen(path);
        byte[] message = network.bytes(12);
        byte[] answer = network.bytes(7);

        PendingCall<byte[]> asking = network.start(() -> client.exchange(path, message));
        Peer server = listener.accept();
        network.expectSame(message, server.receiveUntilEnd());
        server.send(answer).endOutput();

        network.expectSame(answer, asking.result());
        server.expectGone();
    }

    @LabTest(
            task = 7,
            points = 3,
            hint =
                    "Both fail to connect: if nothing is at the path, throw NoSuchFileException; if something is, ConnectException",
            notes = "unix#stale-file")
    void a_missing_server_is_told_from_a_dead_one(@Subject(UnixClient.class) Client client, TestNetwork network)
            throws IOException {
        SharedFolder folder = network.folder();
        Path missing = folder.path("missing");
        Path dead = folder.path("dead");
        byte[] message = network.bytes(12);
        folder.leaveStaleSocket(dead);

        network.start(() -> client.exchange(missing, message)).failure(NoSuchFileException.class);
        network.start(() -> client.exchange(dead, message)).failure(ConnectException.class);

        folder.expectSocket(dead);
    }
}

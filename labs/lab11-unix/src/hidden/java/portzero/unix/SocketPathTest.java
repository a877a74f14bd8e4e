package portzero.unix;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.check.OpenFileCheck;
import portzero.testkit.file.SharedFolder;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** What the server does with its path and with what it finds there: tasks 3 to 5. */
class SocketPathTest {

    private static final int MANY = 60;
    private static final int LARGE = 4 << 20; // bytes

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "Keep the connections that are open in a set, and close every one of them; a closed listener has none of them",
            notes = "ending#close-and-shutdown")
    void close_ends_the_open_connections(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        server.start(path);
        Peer one = network.connect(path).send("a").expect("a");
        Peer two = network.connect(path).send("b").expect("b");

        server.close();

        one.expectEnd().expectGone();
        two.expectEnd().expectGone();
        network.expectRefused(path);
    }

    @LabTest(
            task = 3,
            points = 2,
            hint = "There may be no socket and no file yet when close is called, or none any more",
            notes = "ending#try-with-resources")
    void a_server_can_be_closed_unstarted_and_twice(
            @Subject(UnixServer.class) Server idle, @Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        SharedFolder folder = network.folder();
        Path path = folder.path("server");

        idle.close();
        server.start(path);
        server.close();
        server.close();

        folder.expectNothing(path);
    }

    @LabTest(
            task = 3,
            points = 2,
            hint = "A thread that waits in accept, read or write goes on when its channel is closed; let it end then",
            notes = "threads#stopping")
    void close_ends_the_threads(@Subject(UnixServer.class) Server server, TestNetwork network) throws IOException {
        Path path = network.folder().path("server");
        server.start(path);
        network.connect(path).send("a").expect("a").hold();
        network.connect(path).sendUntilStuck(network.bytes(LARGE));
        network.awaitRest();

        server.close();

        network.expectNoThreads();
    }

    @LabTest(
            task = 3,
            points = 2,
            hint =
                    "When close returns, the listener must be closed and the file deleted: do both yourself, in no other thread",
            notes = "unix#stale-file")
    void another_server_starts_on_the_same_path_at_once(
            @Subject(UnixServer.class) Server one, @Subject(UnixServer.class) Server two, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        one.start(path);
        network.connect(path).send("a").expect("a");
        one.close();

        two.start(path);

        network.connect(path).send("b").expect("b");
    }

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "The same name is not the same file: compare the file's key with that of the file which your bind has made",
            notes = "unix#own-file")
    void what_somebody_else_has_put_there_stays(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        SharedFolder folder = network.folder();
        Path path = folder.path("server");
        server.start(path);
        folder.delete(path);
        Listener other = network.listen(path);

        server.close();

        folder.expectSocket(path);
        Peer client = network.connect(path);
        Peer accepted = other.accept().send("a");
        client.expect("a");
        accepted.close();
    }

    @LabTest(
            task = 3,
            points = 1,
            hint = "Somebody may have deleted your file: then there is nothing left to delete, which is no error",
            notes = "unix#own-file")
    void a_file_that_is_gone_is_no_error(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        SharedFolder folder = network.folder();
        Path path = folder.path("server");
        server.start(path);
        Peer client = network.connect(path).send("a").expect("a");
        folder.delete(path);

        server.close();

        client.expectEnd();
        folder.expectNothing(path);
    }

    @LabTest(
            task = 3,
            points = 1,
            hint = "Close the listening channel, too: a file that is deleted takes nobody with it",
            notes = "unix#stale-file")
    void nobody_listens_when_the_server_is_closed(@Subject(UnixServer.class) Server server, TestNetwork network)
            throws IOException {
        Path path = network.folder().path("server");
        server.start(path);
        network.connect(path).hold();
        network.awaitRest();

        server.close();

        network.expectNoListener(path);
    }

    @LabTest(
            task = 4,
            points = 4,
            hint =
                    "Count the bytes of the path in UTF-8 before anything else, and put that number and the limit into the message",
            notes = "unix#length")
    void a_path_that_is_too_long_is_refused_with_both_numbers(
            @Subject(UnixServer.class) Server server, TestNetwork network) throws IOException {
        SharedFolder folder = network.folder();
        Path longest = folder.pathOfLength(Server.LONGEST_PATH);
        Path tooLong = folder.pathOfLength(Server.LONGEST_PATH + 1);
        Path muchTooLong = folder.pathOfLength(4 * Server.LONGEST_PATH);

        expectRefusal(server, tooLong, Server.LONGEST_PATH + 1, network);
        expectRefusal(server, muchTooLong, 4 * Server.LONGEST_PATH, network);
        folder.expectNothing(tooLong);
        server.start(longest);

        folder.expectSocket(longest);
    }

    private static void expectRefusal(Server server, Path path, int length, TestNetwork network) {
        IOException refusal = network.start(() -> server.start(path)).failure(IOException.class);
        PathLength.expectIn(refusal, path, length);
    }

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "Only a socket can be a dead server's: look what it is before you connect, and leave everything else alone",
            notes = "unix#delete")
    void what_is_no_socket_stays(
            @Subject(UnixServer.class) Server one, @Subject(UnixServer.class) Server two, TestNetwork network)
            throws IOException {
        SharedFolder folder = network.folder();
        Path stale = folder.path("stale");
        Path letter = folder.path("letter");
        Path drawer = folder.path("drawer");
        byte[] content = network.letters(12).getBytes(US_ASCII);
        folder.leaveStaleSocket(stale).write(letter, content).makeFolder(drawer);
        one.start(stale);

        network.start(() -> two.start(letter)).failure(IOException.class);
        network.start(() -> two.start(drawer)).failure(IOException.class);

        folder.expectContent(letter, content).expectFolder(drawer);
    }

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "A server that could not start has no file: close must delete what bind has made, not what the path names",
            notes = "unix#own-file")
    void a_server_that_could_not_start_deletes_nothing(
            @Subject(UnixServer.class) Server one, @Subject(UnixServer.class) Server two, TestNetwork network)
            throws IOException {
        SharedFolder folder = network.folder();
        Path path = folder.path("server");
        folder.leaveStaleSocket(path);
        one.start(path);
        network.start(() -> two.start(path)).failure(IOException.class);

        two.close();

        folder.expectSocket(path);
        network.connect(path).send("a").expect("a");
    }

    @LabTest(
            task = 4,
            points = 2,
            hint = "Two channels are opened on the way to a failure, one that asks and one that listens: close both",
            notes = "trouble#leaks")
    void a_start_that_fails_leaves_nothing_open(
            @Subject(UnixServer.class) Server one, @Subject(UnixServer.class) Server two, TestNetwork network)
            throws IOException {
        SharedFolder folder = network.folder();
        Path path = folder.path("server");
        Path nowhere = folder.path("nowhere").resolve("server");
        folder.leaveStaleSocket(path);
        one.start(path);
        attempt(two, path);
        attempt(two, nowhere);

        OpenFileCheck before = network.descriptors();
        for (int i = 0; i < MANY; i++) {
            attempt(two, path);
            attempt(two, nowhere);
        }
        network.awaitRest(); // the other server has put away who only asked

        before.expectAtMostMore(MANY / 2);
    }

    private static void attempt(Server server, Path path) {
        try {
            Path started = server.start(path);
            assertThat(started)
                    .withFailMessage("Expected start to throw an IOException, but it returned %s", started)
                    .isNull();
        } catch (IOException asItShould) {
            // and nothing is left of it
        }
    }

    @LabTest(
            task = 5,
            points = 2,
            hint =
                    "Set the permissions of the file that you have made, after the old one is gone and whatever that one had",
            notes = "unix#permissions")
    void only_the_owner_may_connect_where_a_dead_server_was(
            @Subject(UnixServer.class) Server server, TestNetwork network) throws IOException {
        SharedFolder folder = network.folder();
        Path path = folder.path("server");
        folder.leaveStaleSocket(path);

        server.start(path);

        folder.expectPermissions(path, "rw-------");
        network.connect(path).send("a").expect("a");
    }
}

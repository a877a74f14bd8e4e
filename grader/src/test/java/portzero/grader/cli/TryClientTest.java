package portzero.grader.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import portzero.grader.io.DaemonThread;
import portzero.testkit.kernel.TcpTable;

/** Sessions of {@code lab try --client}. */
@Tag("slow")
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class TryClientTest {

    private static final int PATIENCE = 60_000; // milliseconds

    @TempDir
    private Path folder;

    private final ServerSocket server = listener();

    private static ServerSocket listener() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** A course of one lab, solved; gives the folder of the student's files. */
    private Path solved(String lab, String packageName) throws IOException {
        Path course = folder.resolve("my course ü");
        CourseHome.copy(CourseHome.HOME.resolve("labs/" + lab), course.resolve("labs/" + lab));
        Path work = course.resolve("labs/" + lab + "/src/main/java");
        CourseHome.copy(CourseHome.HOME.resolve("solutions/" + lab + "/src/main/java"), work);
        return work.resolve("portzero").resolve(packageName);
    }

    private WatchProcess play(String lab, int port) throws IOException {
        return WatchProcess.withKeyboard(
                folder.resolve("my course ü"), folder.resolve("user"), "try", lab, "--client", "127.0.0.1:" + port);
    }

    /** Sends everything back, to one client after the other. */
    private void echo() {
        DaemonThread.start("echo", () -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    client.setSoTimeout(PATIENCE);
                    client.getInputStream().transferTo(client.getOutputStream());
                } catch (IOException closedOrGone) {
                    // and the loop sees which
                }
            }
        });
    }

    @Test
    void a_call_is_made_its_bytes_are_drawn_and_its_result_is_told() throws Exception {
        solved("lab02-echo", "echo");
        echo();
        try (WatchProcess play = play("echo", server.getLocalPort())) {
            assertThat(play.await("MESSAGE: bytes")).contains("echo \"hello\\n\"");
            play.enter("echo \"hi\\n\"");
            assertThat(play.await("#1 3 bytes \"hi\\n\" ---")).contains("EchoClient", "server", "#1 connects");
            play.await("|<-- #1 3 bytes \"hi\\n\" ---");
            play.await("EchoClient.echo(127.0.0.1:");
            play.enter("echo 7");
            String told = play.await("EchoClient.echo(");
            assertThat(told).contains("#2 connects", "returns 1 byte \"7\"");
            if (TcpTable.isVisible()) {
                play.await("is in TIME_WAIT"); // the client's own, whose close came first or last
            }
            List<ProcessHandle> children = play.children();
            play.enter("quit");
            assertThat(play.end()).isZero();
            for (ProcessHandle child : children) {
                child.onExit().get(1, TimeUnit.MINUTES);
            }
        }
    }

    @Test
    void a_call_that_hangs_is_left_by_an_empty_line_and_others_can_be_made_meanwhile() throws Exception {
        solved("lab04-shutdown", "shutdown");
        try (WatchProcess play = play("shutdown", server.getLocalPort())) {
            play.enter("connect");
            play.await("TcpClient.connect(");
            try (Socket accepted = server.accept()) {
                accepted.setSoTimeout(PATIENCE);
                play.enter("send \"a\\x00\"");
                play.await("TcpClient.send(2 bytes: 61 00)  returns");
                assertThat(accepted.getInputStream().readNBytes(2)).containsExactly('a', 0);
                play.enter("receiveToEnd");
                play.await("> receiveToEnd");
                play.enter("");
                play.await("TcpClient.receiveToEnd()  has not returned yet");
                assertThat(play.await("It goes on in its thread")).contains("blocked in read, TcpClient.java:");
                play.enter("abort");
                play.await("TcpClient.abort()  returns");
                assertThatExceptionOfType(SocketException.class)
                        .isThrownBy(() -> accepted.getInputStream().read()); // the relay passes the reset on
            }
            play.enter("close");
            play.await("TcpClient.close()  returns");
            play.endInput();
            assertThat(play.end()).isZero();
        }
    }

    @Test
    void a_program_that_throws_or_ends_itself_does_not_take_the_prompt_along() throws Exception {
        Path client = solved("lab02-echo", "echo").resolve("EchoClient.java");
        String right = Files.readString(client);
        String head = "throws IOException {";
        assertThat(right).containsOnlyOnce(head);
        WatchProcess.save(
                client,
                right.replace(
                        head,
                        head + " if (message.length == 1) { System.out.println(\"bye\\u001b[2J\"); System.exit(3); }"
                                + " if (message.length == 2) { throw new IllegalStateException(\"two\\u001b[2J\"); }"));
        echo();
        try (WatchProcess play = play("echo", server.getLocalPort())) {
            play.enter("echo ab");
            play.await("throws IllegalStateException: two\\u001b[2J");
            play.await("  at EchoClient.java:");
            play.enter("echo a");
            play.await("the program ended itself (exit 3); new starts another");
            play.enter("echo abc");
            play.await("the program ended itself (exit 3)");
            WatchProcess.save(client, right.replace("return", "retrun"));
            play.enter("new");
            play.await("It does not compile: ");
            WatchProcess.save(client, right);
            play.enter("new");
            play.await("A new EchoClient, compiled again");
            play.enter("echo a");
            play.await("returns 1 byte \"a\"");
            play.enter("nonsense");
            play.await("There is no such method");
            play.enter("new Nonsense");
            play.await("There is new EchoClient.");
            List<ProcessHandle> children = play.children();
            assertThat(play.interrupt()).isEqualTo(130);
            for (ProcessHandle child : children) {
                child.onExit().get(1, TimeUnit.MINUTES);
            }
        }
    }

    @Test
    void a_piped_script_is_carried_out_line_by_line_to_its_end() throws Exception {
        solved("lab03-framing", "framing");
        echo();
        try (WatchProcess play = play("framing", server.getLocalPort())) {
            play.enter("connect\n\nsend hello\n  \nreceive\nnew LineSocket\nconnect\nsend 'a line'\nreceive\nclose");
            play.endInput();
            play.await("> connect");
            play.await("#1 9 bytes: 00 00 00 05 68 65 6c 6c 6f");
            play.await("FrameSocket.receive()  returns Optional of 5 bytes \"hello\"");
            assertThat(play.await("LineSocket.receive()  returns Optional of \"a line\""))
                    .contains("A new LineSocket", "#2 connects");
            play.await("LineSocket.close()  returns");
            assertThat(play.end()).isZero();
        }
    }

    @Test
    void datagrams_are_drawn_and_what_refuses_can_be_spoken_to_directly() throws Exception {
        solved("lab08-udp", "udp");
        DatagramSocket peer = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        try (WatchProcess play = play("udp", peer.getLocalPort())) {
            play.enter("ask Ada 30s 1");
            answer(peer);
            assertThat(play.await("returns 2 bytes \"OK\"")).contains("#1 7 bytes", "#1 6 bytes");
            peer.close();
            play.enter("direct");
            play.await("nothing is drawn");
            play.enter("ask Ada 1s 30");
            play.await("throws PortUnreachableException");
        } finally {
            peer.close();
        }
    }

    /** Answers a question of lab 08. */
    private static void answer(DatagramSocket peer) throws IOException {
        peer.setSoTimeout(PATIENCE);
        DatagramPacket question = new DatagramPacket(new byte[100], 100);
        peer.receive(question);
        byte[] answer = Arrays.copyOf(question.getData(), 6);
        System.arraycopy("OK".getBytes(US_ASCII), 0, answer, 4, 2);
        peer.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
    }

    @Test
    void a_skeleton_a_lab_without_a_client_and_a_wrong_address_are_told() throws Exception {
        CourseHome.copy(
                CourseHome.HOME.resolve("labs/lab02-echo"),
                folder.resolve("my course ü").resolve("labs/lab02-echo"));
        try (WatchProcess play = play("echo", server.getLocalPort())) {
            play.enter("echo a");
            play.await("EchoClient.echo is not written yet: write EchoClient.echo.");
            play.endInput();
            assertThat(play.end()).isZero();
        }
        CommandOutcome threads = CommandOutcome.in(CourseHome.HOME, "try", "threads", "--client", "127.0.0.1:1");
        assertThat(threads.code()).isEqualTo(2);
        assertThat(threads.err()).contains("lab06-threads has no client", "lab02-echo, lab03-framing");
        CommandOutcome wrong = CommandOutcome.in(CourseHome.HOME, "try", "echo", "--client", "7000");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--client must be HOST:PORT, such as 127.0.0.1:7000, but was 7000.");
        CommandOutcome framing = CommandOutcome.in(CourseHome.HOME, "try", "framing");
        assertThat(framing.err()).contains("lab03-framing has no server", "./lab try framing --client HOST:PORT");
    }
}

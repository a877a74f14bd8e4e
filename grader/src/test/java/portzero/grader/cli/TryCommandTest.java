package portzero.grader.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import portzero.testkit.kernel.TcpTable;

/** Sessions of {@code lab try}. */
@Tag("slow")
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class TryCommandTest {

    private static final int PATIENCE = 60_000; // milliseconds
    private static final String ECHO = "out.write(block, 0, n);";

    @TempDir
    private Path folder;

    private Path course = Path.of("");
    private Path server = Path.of("");

    @BeforeEach
    void solved() throws IOException {
        course = folder.resolve("my course ü");
        CourseHome.copy(CourseHome.HOME.resolve("labs/lab02-echo"), course.resolve("labs/lab02-echo"));
        Path work = course.resolve("labs/lab02-echo/src/main/java/portzero/echo");
        CourseHome.copy(CourseHome.reference(), work);
        server = work.resolve("EchoServer.java");
    }

    private WatchProcess play(Object... args) throws IOException {
        return WatchProcess.withKeyboard(course, folder.resolve("user"), args);
    }

    /** Waits for the address to be told. */
    private static int port(WatchProcess play) throws InterruptedException {
        String told = play.await("nc ");
        return Integer.parseInt(told.replaceFirst("(?s).*Speak to it at 127\\.0\\.0\\.1:(\\d+).*", "$1"));
    }

    private static Socket connect(int port) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(PATIENCE);
        return client;
    }

    private static String echo(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(US_ASCII));
        return new String(client.getInputStream().readNBytes(text.length()), US_ASCII);
    }

    @Test
    void what_client_and_server_say_is_drawn_while_they_say_it() throws Exception {
        try (WatchProcess play = play("try", "echo")) {
            int port = port(play);
            try (Socket client = connect(port)) {
                assertThat(echo(client, "hello\n")).isEqualTo("hello\n");
                assertThat(play.await("#1 connects")).contains("client", "EchoServer", "-->|");
                play.await("#1 6 bytes \"hello\\n\" ---");
                assertThat(play.await("#1 6 bytes \"hello\\n\" ---")).contains("|<");
                if (TcpTable.isVisible()) {
                    play.await("#1 is in ESTABLISHED: open");
                }
                client.shutdownOutput();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
                play.await("#1 ends its stream");
                play.await("#1 ends its stream");
            }
            List<ProcessHandle> children = play.children();
            assertThat(children).isNotEmpty();
            play.type('q');
            assertThat(play.end()).isZero();
            for (ProcessHandle child : children) {
                child.onExit().get(1, TimeUnit.MINUTES);
            }
        }
    }

    @Test
    void a_program_that_ends_itself_is_told_and_can_be_started_again_when_it_is_mended() throws Exception {
        String right = Files.readString(server);
        WatchProcess.save(server, right.replace(ECHO, "System.out.println(\"bye\\u001b[2J\"); System.exit(3);"));
        try (WatchProcess play = play("try", "echo")) {
            int port = port(play);
            try (Socket client = connect(port)) {
                client.getOutputStream().write(1);
                assertThat(play.await("The program ended itself (exit 3)"))
                        .contains("#1 1 byte: 01")
                        .doesNotContain("\u001b");
            }
            WatchProcess.save(server, right.replace(ECHO, "out.wriite(block, 0, n);"));
            play.type('r');
            assertThat(play.await("It does not compile: 1 error")).contains("cannot find symbol");
            WatchProcess.save(server, right);
            play.type('r');
            play.await("Started again");
            try (Socket client = connect(port)) {
                assertThat(echo(client, "again")).isEqualTo("again");
            }
            play.await("5 bytes \"again\"");
            play.endInput();
            assertThat(play.end()).isZero();
        }
    }

    @Test
    void what_the_program_prints_is_shown_and_ctrl_c_ends_both() throws Exception {
        WatchProcess.save(server, Files.readString(server).replace(ECHO, "System.out.println(\"got \" + n); " + ECHO));
        try (WatchProcess play = play("try", "echo")) {
            try (Socket client = connect(port(play))) {
                echo(client, "abc");
                play.await("EchoServer prints: got 3");
            }
            List<ProcessHandle> children = play.children();
            assertThat(play.interrupt()).isEqualTo(130);
            for (ProcessHandle child : children) {
                child.onExit().get(1, TimeUnit.MINUTES);
            }
        }
    }

    @Test
    void datagrams_are_drawn_too() throws Exception {
        CourseHome.copy(CourseHome.HOME.resolve("labs/lab08-udp"), course.resolve("labs/lab08-udp"));
        CourseHome.copy(
                CourseHome.HOME.resolve("solutions/lab08-udp/src/main/java"),
                course.resolve("labs/lab08-udp/src/main/java"));
        try (WatchProcess play = play("try", "udp");
                DatagramSocket client = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            int port = port(play);
            client.setSoTimeout(PATIENCE);
            client.send(new DatagramPacket(new byte[] {0, 0, 0, 7, 'A'}, 5, InetAddress.getLoopbackAddress(), port));
            DatagramPacket answer = new DatagramPacket(new byte[100], 100);
            client.receive(answer);
            assertThat(answer.getLength()).isEqualTo(9);
            play.await("#1 5 bytes: 00 00 00 07 41");
            assertThat(play.await("#1 9 bytes: 00 00 00 07 00 00 00 01 41")).contains("|<");
            play.type('q');
            assertThat(play.end()).isZero();
        }
    }

    @Test
    void a_skeleton_and_a_lab_without_a_server_are_told() throws IOException {
        CommandOutcome open = CommandOutcome.in(CourseHome.HOME, "try", "echo");
        assertThat(open.code()).isEqualTo(1);
        assertThat(open.out()).contains("EchoServer.start is not written yet");
        CommandOutcome framing = CommandOutcome.in(CourseHome.HOME, "try", "framing");
        assertThat(framing.code()).isEqualTo(2);
        assertThat(framing.err()).contains("lab03-framing has no server");
    }
}

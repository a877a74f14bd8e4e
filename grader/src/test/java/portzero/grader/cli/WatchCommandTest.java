package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of {@code lab watch}, with a student's typical saves. */
@Tag("slow")
class WatchCommandTest {

    private static final String ECHO = "out.write(block, 0, n);";
    private static final String ALL_PASS = "7 of 7 public tests passed, 28 of 28 points";

    @TempDir
    private Path folder;

    private Path course = Path.of("");
    private Path server = Path.of("");
    private String right = "";

    @BeforeEach
    void solved() throws IOException {
        course = folder.resolve("my course ü");
        CourseHome.copy(CourseHome.HOME.resolve("labs/lab02-echo"), course.resolve("labs/lab02-echo"));
        Path work = course.resolve("labs/lab02-echo/src/main/java/portzero/echo");
        CourseHome.copy(CourseHome.reference(), work);
        server = work.resolve("EchoServer.java");
        right = Files.readString(server);
        assertThat(right).contains(ECHO);
    }

    private WatchProcess watch() throws IOException {
        return WatchProcess.start(course, folder.resolve("user"), "watch", "echo");
    }

    @Test
    void a_session_outlives_whatever_is_saved() throws IOException, InterruptedException {
        try (WatchProcess watch = watch()) {
            watch.await(ALL_PASS);

            WatchProcess.save(server, right.replace(ECHO, "System.exit(3);"));
            assertThat(watch.await("public tests passed")).contains("The program ended itself (exit 3)");

            WatchProcess.save(server, right.replace(ECHO, "out.wriite(block, 0, n);"));
            assertThat(watch.await("It does not compile: 1 error"))
                    .contains("cannot find symbol", "EchoServer.java:", "out.wriite(block, 0, n);", "   ^")
                    .contains("Nothing of this name is known here");

            WatchProcess.save(server, right.replace(ECHO, "while (n > 0) { System.out.println(\"flood\"); }"));
            watch.await("EchoServer.java");
            WatchProcess.save(server, right.replace(ECHO, "while (n > 0) { }"));
            watch.await("EchoServer.java");
            WatchProcess.save(server, "\uFEFF" + right.replace("\n", "\r\n").replace("    ", "\t"));
            watch.await(ALL_PASS);
        }
    }

    @Test
    void only_the_tests_that_a_change_concerns_run_and_those_that_failed_first() throws Exception {
        try (WatchProcess watch = watch()) {
            watch.await(ALL_PASS);

            WatchProcess.save(server, right.replace("BLOCK = 8192", "BLOCK = 4096"));
            assertThat(watch.await(ALL_PASS))
                    .contains("task 1", "task 4", "5 run")
                    .doesNotContain("task 5", "task 6");

            WatchProcess.save(server, right.replace("listener.close();", ""));
            assertThat(watch.await("Task 4 of 6: Stop")).contains("6 of 7 public tests passed", "✓✓✓✗✓✓");

            Files.writeString(server, right);
            assertThat(watch.await(ALL_PASS).lines().filter(line -> line.contains(" task ")))
                    .first()
                    .asString()
                    .contains("✓ task 4");

            Files.writeString(server, right + "\n");
            watch.await("Nothing that is compiled has changed.");
            watch.await(ALL_PASS);

            Files.delete(server);
            assertThat(watch.await("public tests passed")).contains("There is no class EchoServer");
        }
    }

    @Test
    void without_a_lab_it_follows_the_one_whose_files_are_saved() throws Exception {
        CourseHome.copy(CourseHome.HOME.resolve("labs/lab06-threads"), course.resolve("labs/lab06-threads"));
        try (WatchProcess watch = WatchProcess.start(course, folder.resolve("user"), "watch")) {
            watch.await("lab06-threads"); // the other one has nothing open
            watch.await("Task 1 of 5");
            WatchProcess.save(server, right.replace("BLOCK = 8192", "BLOCK = 4096"));
            watch.await("lab02-echo: EchoServer.java");
            watch.await(ALL_PASS);
        }
    }

    @Test
    void a_debugger_can_be_attached_before_the_program_begins() throws Exception {
        try (WatchProcess test =
                WatchProcess.start(course, folder.resolve("user"), "test", "echo", "--task", "1", "--debug", "0")) {
            String line = test.await("waits for a debugger on 127.0.0.1:").replaceFirst("(?s).*127\\.0\\.0\\.1:", "");
            AttachingConnector sockets = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                    .filter(connector -> connector.name().equals("com.sun.jdi.SocketAttach"))
                    .findFirst()
                    .orElseThrow();
            Map<String, Connector.Argument> arguments = sockets.defaultArguments();
            Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
            Objects.requireNonNull(arguments.get("port")).setValue(line.replaceFirst("\\D.*", ""));
            sockets.attach(arguments).resume();
            test.await("1 of 1 chosen tests passed");
            assertThat(test.end()).isZero();
        }
    }

    @Test
    void ctrl_c_ends_it_and_the_program_that_it_tests() throws Exception {
        try (WatchProcess watch = watch()) {
            WatchProcess.save(server, right.replace(ECHO, "while (n > 0) { }"));
            watch.await("task 1");
            List<ProcessHandle> children = watch.children();
            assertThat(children).isNotEmpty();
            assertThat(watch.interrupt()).isEqualTo(130);
            for (ProcessHandle child : children) {
                child.onExit().get(1, TimeUnit.MINUTES);
            }
        }
    }
}

package portzero.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.capture.PcapngReader;
import portzero.grader.capture.TcpStreams;

/**
 * A student's hour in the order in which it goes: a zip, a folder with a name of its own, a JDK and nothing else, and in the end a file
 * that the instructor's grader gives 100 points.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it starts the script for a shell; lab.cmd has no test")
class StudentHourTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path home = Path.of("");

    @BeforeAll
    static void unpack() throws IOException {
        var zip = folder.resolve("handout.zip");
        assertThat(CommandOutcome.in(CourseHome.HOME, "handout", "--out", zip, "--labs", "1-2"))
                .returns(0, CommandOutcome::code)
                .returns("", CommandOutcome::err);
        var here = folder.resolve("Übung für mich, 1. Teil");
        try (var archive = ZipFile.builder().setPath(zip).get()) {
            for (var entry : Collections.list(archive.getEntries())) {
                var file = here.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var content = archive.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                assertThat(file.toFile().setExecutable((entry.getUnixMode() & 0111) != 0))
                        .isTrue();
            }
        }
        home = here.resolve("portzero");
    }

    /** What a command printed, on either stream, and its exit code in the last line. */
    private static String run(Path launcher, String... args) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Arrays.stream(args))
                        .toList())
                .directory(home.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PATH", folder.resolve("nothing").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return output + "exit " + process.waitFor();
    }

    private static String lab(String... args) throws IOException, InterruptedException {
        return run(home.resolve("lab"), args);
    }

    private static Path sources() {
        return home.resolve("labs/lab02-echo/src/main/java/portzero/echo");
    }

    private static void solve(Path folder) throws IOException {
        for (var name : List.of("EchoServer.java", "EchoClient.java")) {
            Files.copy(CourseHome.reference().resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    @Order(1)
    void lists_the_labs() throws Exception {
        assertThat(lab("list"))
                .contains("lab01-endpoints", "lab02-echo", "to do: EchoServer, EchoClient")
                .doesNotContain("lab03")
                .endsWith("exit 0");
    }

    @Test
    @Order(1)
    void gives_hints() throws Exception {
        assertThat(lab("hint", "echo"))
                .contains("Task 1: Listen", "?")
                .doesNotContain("no hints")
                .endsWith("exit 0");
    }

    @Test
    @Order(2)
    void shows_the_commands_of_students_only() throws Exception {
        assertThat(lab("--help"))
                .contains("  pack", "  reset", "  update", "  test")
                .doesNotContain("  grade", "  vet");
        assertThat(lab("vet", "echo"))
                .isEqualTo(
                        "./lab vet is for instructors and needs a checkout of the course; this is a handout, which has no"
                                + " hidden tests. ./lab --help lists what there is here.\nexit 2");
    }

    @Test
    @Order(3)
    void says_of_the_skeleton_what_is_not_written() throws Exception {
        assertThat(lab("test", "echo"))
                .contains("EchoServer.start is not written yet", "0 of 7 public tests passed", "Read ")
                .endsWith("exit 1");
        assertThat(lab("pack", "echo"))
                .contains("portzero/echo/EchoServer.java   as you were given it")
                .contains("Warning: nothing in it is yours yet; it would get no points.")
                .endsWith("exit 0");
    }

    @Test
    @Order(4)
    void refuses_to_pack_what_does_not_compile() throws Exception {
        Files.delete(home.resolve("lab02-echo.zip"));
        var server = sources().resolve("EchoServer.java");
        Files.writeString(server, Files.readString(server).replace("public void close()", "public vod close()"));
        assertThat(lab("pack", "echo"))
                .containsPattern("EchoServer.java:\\d+: cannot find symbol")
                .contains("Handed in like this it would get no points. Nothing was written.")
                .endsWith("exit 1");
        assertThat(home.resolve("lab02-echo.zip")).doesNotExist();
    }

    @Test
    @Order(5)
    void begins_anew() throws Exception {
        assertThat(lab("reset", "echo"))
                .isEqualTo("lab02-echo is as it was given again.\nYour work is in labs/lab02-echo/my-work-1:\n"
                        + "  portzero/echo/EchoServer.java\nexit 0");
        assertThat(lab("reset", "echo"))
                .isEqualTo("lab02-echo is as it was given already; nothing was changed.\nexit 0");
        assertThat(home.resolve("labs/lab02-echo/my-work-1/portzero/echo/EchoServer.java"))
                .content()
                .contains("vod close");
    }

    @Test
    @Order(6)
    void passes_with_a_solution() throws Exception {
        solve(sources());
        var capture = folder.resolve("echo.pcapng");
        assertThat(lab("test", "echo", "--pcap", capture.toString()))
                .contains("7 of 7 public tests passed")
                .endsWith("exit 0");
        assertThat(TcpStreams.of(PcapngReader.of(capture).packets()).payloads()).isNotEmpty();
    }

    /** Its input has ended, so that it ends at once. */
    @Test
    @Order(7)
    void starts_the_solution_to_play_with() throws Exception {
        assertThat(lab("try", "echo"))
                .contains("Your EchoServer runs. Speak to it at 127.0.0.1:", "nc -N 127.0.0.1 ")
                .endsWith("exit 0");
    }

    @Test
    @Order(7)
    void checks_a_server_in_another_language_with_the_tests_that_there_are() throws Exception {
        String server = ForeignLanguage.C.command("echo", folder).get(0);
        assertThat(lab("challenge", "echo", "--", server, "{host}", "{port}"))
                .contains("Not applicable from outside: 2 tests, 8 points.")
                .contains("5 of 5 applicable tests passed: 20 of 20 points.")
                .endsWith("exit 0");
    }

    /** Written with Windows's ends of lines, a byte-order mark, tabs, and a class of the student's own. */
    @Test
    @Order(8)
    void packs_what_the_grader_then_takes() throws Exception {
        var server = sources().resolve("EchoServer.java");
        Files.writeString(
                server,
                "\uFEFF" + Files.readString(server).replace("    ", "\t").replace("\n", "\r\n"));
        Files.writeString(
                sources().resolve("Mine.java"), "package portzero.echo;\n\nfinal class Mine {} // TODO later\n");
        Files.writeString(sources().resolve("diary.txt"), "today I learned\n");
        Files.writeString(
                sources().resolve("Server.java"),
                "// mine\n" + Files.readString(sources().resolve("Server.java")));
        var packed = lab("pack", "echo");
        assertThat(packed)
                .isEqualTo("""
                It compiles. What will be graded:
                  portzero/echo/EchoClient.java
                  portzero/echo/EchoServer.java
                  portzero/echo/Mine.java
                What will not:
                  portzero/echo/Server.java: the course's own is used
                  portzero/echo/diary.txt: not a Java source file
                Warning: not finished, as these lines say:
                  without a task  Mine.java:3
                Hand in %s
                exit 0""".formatted(home.resolve("lab02-echo.zip").toRealPath()));
        var zip = Files.readAllBytes(home.resolve("lab02-echo.zip"));
        assertThat(lab("pack", "echo")).isEqualTo(packed);
        assertThat(Files.readAllBytes(home.resolve("lab02-echo.zip"))).isEqualTo(zip);

        var handedIn = Files.createDirectories(folder.resolve("class"));
        Files.write(handedIn.resolve("anna.zip"), zip);
        var graded = CommandOutcome.in(
                CourseHome.HOME,
                "grade",
                handedIn,
                "--lab",
                "echo",
                "--out",
                folder.resolve("results"),
                "--sandbox",
                "none");
        assertThat(graded.code()).isZero();
        assertThat(folder.resolve("results/gradebook.csv")).content().contains("anna,anna,100,100");
    }

    @Test
    @Order(9)
    void is_brought_up_to_date() throws Exception {
        var newer = folder.resolve("newer");
        assertThat(CommandOutcome.in(CourseHome.HOME, "handout", "--out", newer, "--labs", "1-3")
                        .code())
                .isZero();
        assertThat(lab("update", newer.toString()))
                .contains("labs/lab02-echo/src/main/java/portzero/echo/Server.java: the new one is there")
                .contains("Your work is as it was.\nexit 0");
        assertThat(sources().resolve("EchoServer.java")).content().startsWith("\uFEFF");
        assertThat(sources().resolve("Server.java.mine")).content().startsWith("// mine");
        assertThat(lab("list")).contains("lab03-framing");
        assertThat(lab("update", newer.toString())).isEqualTo("Everything was up to date already.\nexit 0");
    }

    @Test
    @Order(9)
    void says_where_the_notes_are() throws Exception {
        assertThat(lab("notes")).isEqualTo("Open " + home.toRealPath().resolve("notes/index.html") + "\nexit 0");
    }

    @Test
    @Order(10)
    void can_be_on_a_disk_that_is_only_read() throws Exception {
        var writable = PosixFilePermissions.fromString("rwxr-xr-x");
        var work = Files.createDirectories(folder.resolve("work"));
        solve(work);
        try (var folders = Files.walk(home)) {
            folders.filter(Files::isDirectory).forEach(each -> each.toFile().setWritable(false));
        }
        try {
            assumeFalse(Files.isWritable(home), "root may write everywhere");
            assertThat(lab("test", "endpoints")).contains("is not written yet");
            assertThat(lab(
                            "pack",
                            "echo",
                            "--dir",
                            work.toString(),
                            "--out",
                            work.resolve("a.zip").toString()))
                    .endsWith("exit 0");
        } finally {
            try (var folders = Files.walk(home)) {
                for (var each : folders.filter(Files::isDirectory).toList()) {
                    Files.setPosixFilePermissions(each, writable);
                }
            }
        }
    }
}

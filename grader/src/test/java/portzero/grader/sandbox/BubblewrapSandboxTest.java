package portzero.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BubblewrapSandboxTest {
    private final SandboxFixture playground;

    BubblewrapSandboxTest(@TempDir Path temporary) throws IOException {
        playground = SandboxFixture.open(SandboxKind.BUBBLEWRAP, temporary);
    }

    @AfterAll
    void close() throws IOException {
        playground.close();
    }

    @Test
    void a_subject_sees_no_file_but_its_own() throws IOException {
        var seen = playground.run("read", "/", "/etc", "/portzero", "/tmp", "/home", "/root", "/etc/passwd");
        assertThat(seen.lines().toList())
                .containsAnyOf(
                        "/portzero: [host.jar, jdk, locale, prlimit]",
                        "/portzero: [host.jar, jdk, prlimit]") // where the locale is in no file, as in musl
                .contains("/tmp: []")
                .anySatisfy(
                        line -> assertThat(line).startsWith("/: ").doesNotContain("home", "root", "usr", "var", "bin"))
                .anySatisfy(line -> assertThat(line).startsWith("/home: java.nio.file.NoSuchFileException"))
                .anySatisfy(line -> assertThat(line).startsWith("/root: java.nio.file.NoSuchFileException"))
                .anySatisfy(line -> assertThat(line).startsWith("/etc/passwd: java.nio.file.NoSuchFileException"));
    }

    @Test
    void a_subject_cannot_read_the_checkout() throws IOException {
        assertThat(playground.run("read", Path.of("").toAbsolutePath().toString()))
                .contains("NoSuchFileException");
    }

    @Test
    void a_subject_sees_only_its_own_processes() throws IOException {
        assertThat(playground.run("read", "/proc").replaceAll("[^0-9,]", "").split(",+"))
                .filteredOn(pid -> !pid.isEmpty())
                .hasSizeLessThan(5)
                .doesNotContain(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void a_subject_is_not_root_and_cannot_become_it() throws IOException {
        assertThat(playground.run("read", "/proc/self/status"))
                .containsPattern("Uid:\\s+65534\\s+65534\\s+65534\\s+65534")
                .containsPattern("Groups:\\s*(65534\\s*)*\n")
                .containsPattern("CapEff:\\s+0+\n")
                .containsPattern("CapPrm:\\s+0+\n")
                .containsPattern("CapBnd:\\s+0+\n")
                .containsPattern("NoNewPrivs:\\s+1\n");
    }

    @Test
    void a_subject_has_no_shell() throws IOException {
        assertThat(playground.run("read", "/bin", "/usr")).doesNotContain("[").contains("NoSuchFileException");
    }

    @Test
    void a_subject_starts_no_process() throws IOException {
        assertThat(playground.run("exec", "/portzero/jdk/bin/java")).contains("Resource temporarily unavailable");
    }

    @Test
    void a_subject_finds_an_environment_without_secrets() throws IOException {
        assertThat(playground.run("environment").replaceAll("[{}]", "").split(", "))
                .filteredOn(variable -> !variable.equals("LOCPATH=/portzero/locale"))
                .containsExactlyInAnyOrder("MALLOC_ARENA_MAX=1", "LC_ALL=C.UTF-8", "PWD=/tmp");
    }

    @Test
    void no_process_that_a_subject_sees_has_the_environment_of_the_grader() throws IOException {
        assertThat(playground
                        .run("read", "/proc/1/environ", "/proc/self/environ")
                        .replace('\0', ' ')
                        .lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).doesNotContain(" PATH=", " HOME=", " USER="));
    }

    @Test
    void a_subject_reaches_no_outside_address() throws IOException {
        assertThat(playground.run("connect", "192.0.2.1", "80")).containsIgnoringCase("unreachable");
        assertThat(playground.run("connect", "2001:db8::1", "80")).containsIgnoringCase("unreachable");
        assertThat(playground.run("resolve", "secrets.example.org")).contains("UnknownHostException");
    }

    @Test
    void a_subject_knows_localhost() throws IOException {
        assertThat(playground.run("resolve", "localhost")).startsWith("localhost/127.0.0.1");
    }

    @Test
    void two_workers_listen_on_the_same_port_and_each_subject_reaches_its_own() throws Exception {
        var commands = List.of(
                playground.worker("first", 65432, "connect", "127.0.0.1", "65432"),
                playground.worker("second", 65432, "connect", "127.0.0.1", "65432"));
        var outputs = commands.stream()
                .map(command -> CompletableFuture.supplyAsync(() -> output(command)))
                .toList();
        assertThat(outputs.get(0).get(20, TimeUnit.SECONDS)).isEqualTo("connected: first");
        assertThat(outputs.get(1).get(20, TimeUnit.SECONDS)).isEqualTo("connected: second");
    }

    private static String output(List<String> command) {
        try {
            return CommandResult.run(command).output().strip();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void threads_stop_at_the_limit_and_nothing_is_printed_by_the_virtual_machine() throws IOException {
        assertThat(playground.run("threads", "100000"))
                .startsWith("stopped at 64 or more: unable to create native thread")
                .hasLineCount(1);
    }

    @Test
    void two_hundred_threads_are_fine() throws IOException {
        assertThat(playground.run("threads", "200")).isEqualTo("started 200");
    }

    @Test
    void the_heap_is_limited() throws IOException {
        assertThat(playground.run("heap", "32")).isEqualTo("allocated 32");
        assertThat(playground.run("heap", "1000")).isEqualTo("stopped: Java heap space");
    }

    @Test
    void memory_outside_the_heap_is_limited() throws IOException {
        assertThat(playground.run("native", "64")).endsWith("allocated 64");
        assertThat(playground.run("native", "4096")).endsWith("stopped: OutOfMemoryError");
    }

    @Test
    void tmp_is_the_only_place_to_write_and_small() throws IOException {
        var roomyFiles = Limits.DEFAULT.with(LimitSetting.FILE_SIZE, 1L << 30);
        assertThat(playground.run(roomyFiles, "write", "/tmp/big", "100").output())
                .contains("stopped at 16: ", "no space left on device");
        assertThat(playground.run("write", "/tmp/small", "8")).isEqualTo("wrote 8");
        assertThat(playground.run("write", "/big", "1")).contains("read-only file system");
        assertThat(playground.run("write", "/dev/shm/big", "1")).contains("read-only file system");
        assertThat(playground.run("write", "/portzero/host.jar", "1")).contains("read-only file system");
    }

    @Test
    void names_of_files_are_text_in_every_alphabet() throws IOException {
        assertThat(playground.run("write", "/tmp/\u00e9\u4e2d", "1")).isEqualTo("wrote 1");
    }

    /** Linux from 5.10 on, with the mount(8) of util-linux 2.38, can keep links from being followed. */
    @Test
    void no_symbolic_link_leads_out_of_tmp() throws IOException {
        var mount = new ProcessBuilder("mount", "--version").start();
        assumeTrue(
                atLeast(2, 38, new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        && atLeast(5, 10, System.getProperty("os.version")),
                "mount(8) or Linux is too old for nosymfollow");
        assertThat(playground.run("link", "/tmp/link", "/proc/self/status"))
                .contains("Too many levels of symbolic links");
    }

    private static boolean atLeast(int major, int minor, String version) {
        var numbers = Pattern.compile("(\\d+)\\.(\\d+)").matcher(version);
        if (!numbers.find()) {
            return false;
        }
        var found = Integer.parseInt(numbers.group(1));
        return found > major || (found == major && Integer.parseInt(numbers.group(2)) >= minor);
    }

    @Test
    void one_file_is_limited() throws IOException {
        var smallFiles = Limits.DEFAULT.with(LimitSetting.FILE_SIZE, 2L << 20);
        assertThat(playground.run(smallFiles, "write", "/tmp/big", "10").output())
                .contains("stopped at 2: ", "file too large");
    }

    @Test
    void processor_time_is_limited() throws IOException {
        var oneSecond = Limits.DEFAULT.with(LimitSetting.CPU, 1);
        assertThat(playground.run(oneSecond, "burn").exitCode()).isGreaterThan(128);
    }

    @Test
    void a_subject_dies_with_its_worker() throws Exception {
        var mark = UUID.randomUUID().toString();
        var worker = Launcher.start(new ProcessBuilder(playground.worker("mortal", 65432, "wait", mark)));
        try (var output = new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("ready");
            var marked = ProcessHandle.allProcesses()
                    .filter(process -> commandLine(process).contains(mark))
                    .toList();
            assertThat(marked).hasSizeGreaterThan(2);
            worker.destroyForcibly();
            for (var process : marked) {
                process.onExit().get(20, TimeUnit.SECONDS);
            }
        } finally {
            worker.destroyForcibly();
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }
}

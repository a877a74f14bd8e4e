package portzero.grader.sandbox.seccomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.sandbox.CommandResult;

/** The filter in the kernel, tried by a program that makes system calls by number. */
class FilteredPythonTest {
    private static final String CALL = """
            import ctypes
            libc = ctypes.CDLL(None, use_errno=True)
            def call(*a):
                return 0 if libc.syscall(*a) >= 0 else ctypes.get_errno()
            """;

    private static final String OPEN = """
            import socket
            def open(*a):
                try:
                    socket.socket(*a).close()
                    return 0
                except OSError as e:
                    return e.errno
            families = (2, 1, 0), (10, 2, 0), (1, 1, 0), (16, 3, 0), (16, 3, 12), (17, 3, 0), (38, 5, 0), (40, 1, 0)
            print(*[open(*family) for family in families])
            """;

    private static final String START = """
            import subprocess, threading
            thread = threading.Thread(target=lambda: print('thread', flush=True))
            thread.start()
            thread.join()
            try:
                subprocess.run(['echo', 'process'])
            except OSError as e:
                print(e.errno)
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void check() {
        boolean there = Architecture.here().isPresent() && isOnPath("bwrap") && isOnPath("python3");
        var required = System.getenv().getOrDefault("PORTZERO_REQUIRE", "");
        if (required.contains("sandbox") && required.contains("interop")) {
            assertThat(there).as("bwrap and python3 are here").isTrue();
        }
        assumeTrue(there, "bwrap or python3 is not here");
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Test
    void every_forbidden_call_is_refused_by_the_kernel() throws IOException {
        var architecture = Architecture.here().orElseThrow();
        var numbers = Stream.of(DeniedSyscall.values())
                .map(call -> call.number(architecture))
                .filter(number -> number != DeniedSyscall.NONE)
                .toList();
        var refused = numbers.stream().map(number -> number + ":1").collect(Collectors.joining(" "));
        assertThat(python("print(*[f'{n}:{call(n, 0, 0, 0, 0, 0, 0)}' for n in " + numbers + "])"))
                .isEqualTo(refused);
    }

    @Test
    void new_calls_and_new_namespaces_are_refused_by_the_kernel() throws IOException {
        int clone = RestrictedSyscall.CLONE.number(Architecture.here().orElseThrow());
        assertThat(python("print(call(435, 0, 0), call(900), call(" + clone + ", 0x10000011, 0, 0, 0, 0))"))
                .isEqualTo("38 38 1");
    }

    @Test
    void packets_and_the_kernels_own_sockets_are_refused_and_ordinary_ones_open() throws IOException {
        assertThat(python(OPEN)).isEqualTo("0 0 0 0 93 97 97 97");
    }

    @Test
    void threads_start_and_processes_do_not() throws IOException {
        assertThat(python(START)).isEqualTo("thread\n11");
    }

    @Test
    void ending_as_if_killed_is_a_crash() throws IOException {
        for (int status : new int[] {129, 130, 137, 143, 256 + 137}) {
            assertThat(run("import os; os._exit(" + status + ")").exitCode())
                    .as("exit %d", status)
                    .isEqualTo(128 + 31); // SIGSYS
        }
        assertThat(run("import os; os._exit(152)").exitCode()).isEqualTo(152);
    }

    /** Python itself: what is on the path may be a script, which would start it in a process of its own. */
    private static String python() throws IOException {
        return CommandResult.run(List.of("python3", "-c", "import sys; print(sys.executable)"))
                .output()
                .strip();
    }

    private String python(String program) throws IOException {
        return run(program).output().strip();
    }

    private CommandResult run(String program) throws IOException {
        var filter = Files.write(
                folder.resolve("filter.bpf"),
                SystemCallFilter.bytes(Architecture.here().orElseThrow()));
        var command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 3<\"$0\"", filter.toString()));
        command.addAll(
                List.of("bwrap", "--unshare-all", "--uid", "65534", "--cap-drop", "ALL", "--dev-bind", "/", "/"));
        command.addAll(List.of("--seccomp", "3", "--", python(), "-c", CALL + program));
        return CommandResult.run(command);
    }
}

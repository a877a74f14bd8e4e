package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.result.Result;
import portzero.grader.store.ResultStore;

/**
 * Hostile programs in a sandbox that has a hole, or in none: what {@link HostileSubmissionsTest} holds fails there, so
 * it does test something. Only programs that do no harm without walls.
 */
@Tag("slow")
@Tag("same-on-every-jdk")
class WeakenedSandboxTest {

    /** Lets programs in {@code /tmp} run, and ten times as many files be made there. */
    private static final String MOUNT = """
            #!/bin/sh
            for argument do
                shift
                case "$argument" in
                    size=*) argument=${argument%%,noexec*},nosuid,nodev; argument=$(echo "$argument" | sed s/inodes=/inodes=1/) ;;
                esac
                set -- "$@" "$argument"
            done
            exec %s "$@"
            """;

    /** Shows a subject a file of the machine. */
    private static final String BWRAP = """
            #!/bin/sh
            for argument do
                shift
                if [ "$argument" = --proc ]; then
                    set -- "$@" --ro-bind /etc/passwd /etc/passwd
                fi
                set -- "$@" "$argument"
            done
            exec %s "$@"
            """;

    @Test
    void holes_in_the_sandbox_are_noticed(@TempDir Path folder) throws Exception {
        RequiredSandbox.check();
        List<String> programs = List.of("loads-native-code", "makes-many-files", "looks-around");
        Submissions submissions = new Submissions(folder.resolve("class"));
        for (String program : programs) {
            submissions.hostile(program, program);
        }
        Path tools = Files.createTempDirectory("portzero-weak-"); // where nobody may run them
        try {
            Files.setPosixFilePermissions(tools, PosixFilePermissions.fromString("rwxr-xr-x"));
            weaken("mount", MOUNT, tools);
            weaken("bwrap", BWRAP, tools);
            Path out = folder.resolve("results");
            String path = tools + ":" + System.getenv("PATH");
            try (GraderProcess grader =
                    GraderProcess.startWith(path, "grade", submissions.folder(), "--lab", "echo", "--out", out)) {
                assertThat(grader.await(submissions.count()))
                        .as(grader.output())
                        .isZero();
            }
            programs.forEach(program -> assertNoticed(program, out));
        } finally {
            delete(tools);
        }
    }

    @Test
    void the_lack_of_a_sandbox_is_noticed(@TempDir Path folder) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Submissions submissions = new Submissions(folder.resolve("class"));
            submissions.reaching(listener.getLocalPort(), "reaches-a-port");
            List<String> programs = List.of("attaches", "daemonises", "halts-with-a-child");
            for (String program : programs) {
                submissions.hostile(program, program);
            }
            Path out = folder.resolve("results");
            try (GraderProcess grader = GraderProcess.start(
                    "grade", submissions.folder(), "--lab", "echo", "--out", out, "--sandbox", "none")) {
                try {
                    assertThat(grader.await(submissions.count()))
                            .as(grader.output())
                            .isZero();
                    assertNoticed("reaches-a-port", out);
                    assertNoticed("attaches", out);
                    assertNoticed("daemonises", out);
                    // Nobody ends what these programs have started: there is nothing to wait for.
                    assertThatThrownBy(() -> grader.expectNothingLeft(Duration.ZERO))
                            .isInstanceOf(AssertionError.class);
                } finally {
                    grader.orphans().forEach(ProcessHandle::destroyForcibly);
                }
            }
        }
    }

    private static void assertNoticed(String program, Path out) {
        HostileExpectation expectation =
                new HostileExpectation(HostileProgram.named(program).expected());
        assertThatThrownBy(() -> expectation.check(result(program, out)))
                .as(program)
                .isInstanceOf(AssertionError.class);
    }

    private static Result result(String student, Path out) throws Exception {
        ResultStore store = ResultStore.open(out);
        return store.read(new ResultStore.Key("lab02-echo", student));
    }

    private static void weaken(String program, String script, Path tools) throws IOException {
        Path real = Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
        Path file = Files.writeString(tools.resolve(program), String.format(script, real));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}

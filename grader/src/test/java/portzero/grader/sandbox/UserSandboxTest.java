package portzero.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.SubjectUsers;

@Tag("slow")
@ExtendWith(SubjectUsers.class)
class UserSandboxTest {
    private final SandboxFixture playground;

    UserSandboxTest(@TempDir Path temporary) throws IOException {
        playground = SandboxFixture.open(SandboxKind.USER, temporary);
    }

    @AfterEach
    void close() throws IOException {
        playground.close();
    }

    @Test
    void a_subject_is_another_user_without_privileges() throws IOException {
        assertThat(playground.run("read", "/proc/self/status"))
                .containsPattern("Uid:\\s+(6[1-4]\\d{3})\\s+\\1\\s+\\1\\s+\\1\n")
                .containsPattern("Gid:\\s+(6[1-4]\\d{3})\\s+\\1\\s+\\1\\s+\\1\n")
                .containsPattern("Groups:\\s*\n")
                .containsPattern("CapBnd:\\s+0+\n")
                .containsPattern("NoNewPrivs:\\s+1\n");
    }

    @Test
    void a_subject_finds_an_environment_without_secrets() throws IOException {
        assertThat(playground.run("environment").replaceAll("[{}]", "").split(", "))
                .filteredOn(variable -> !variable.startsWith("TMPDIR="))
                .containsExactlyInAnyOrder("MALLOC_ARENA_MAX=1", "LC_ALL=C.UTF-8");
    }

    @Test
    void a_subject_begins_in_a_folder_of_its_own_that_is_empty() throws IOException {
        assertThat(playground.run("read", ".")).isEqualTo(".: []");
        assertThat(playground.run("write", "./one", "1")).isEqualTo("wrote 1");
        assertThat(playground.run("read", ".")).isEqualTo(".: []");
    }

    @Test
    void what_a_subject_leaves_behind_is_gone_when_another_starts() throws Exception {
        var left = playground.run("leave", "sleep", "600").lines().toList();
        var process = ProcessHandle.of(Long.parseLong(left.get(0))).orElseThrow();
        try {
            assertThat(Path.of(left.get(1))).exists();
            playground.run("environment");
            process.onExit().get(20, TimeUnit.SECONDS);
            assertThat(Path.of(left.get(1))).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void subjects_that_start_at_once_do_not_delete_each_others_folders() throws Exception {
        int atOnce = 4;
        var pool = Executors.newFixedThreadPool(atOnce);
        try {
            for (int round = 0; round < 5; round++) { // each round finds what the one before it left behind
                var starts = Collections.<Callable<String>>nCopies(atOnce, () -> playground.run("write", "./one", "1"));
                for (var start : pool.invokeAll(starts)) {
                    assertThat(start.get()).isEqualTo("wrote 1");
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void memory_is_limited() throws IOException {
        assertThat(playground.run("native", "4096")).endsWith("stopped: OutOfMemoryError");
    }
}

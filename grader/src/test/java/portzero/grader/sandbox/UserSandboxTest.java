package portzero.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserSandboxTest {
    private final Playground playground;

    UserSandboxTest(@TempDir Path temporary) throws IOException {
        playground = Playground.open(Kind.USER, temporary);
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
    void memory_is_limited() throws IOException {
        assertThat(playground.run("native", "4096")).endsWith("stopped: OutOfMemoryError");
    }
}

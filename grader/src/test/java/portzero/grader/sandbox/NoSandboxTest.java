package portzero.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoSandboxTest {
    @Test
    void a_subject_is_a_plain_process(@TempDir Path temporary) throws IOException {
        try (var playground = SandboxFixture.open(SandboxKind.NONE, temporary)) {
            assertThat(playground.run("heap", "8")).isEqualTo("allocated 8");
        }
    }
}

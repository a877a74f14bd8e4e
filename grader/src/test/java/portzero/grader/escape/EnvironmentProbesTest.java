package portzero.grader.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The attempts succeed where nothing stops them: otherwise that they fail in a sandbox would mean nothing. */
class EnvironmentProbesTest {
    @Test
    void files_are_found() {
        var here = Path.of("").toAbsolutePath().toString();
        assertThat(EnvironmentProbes.files(List.of(here, "/no/such/file")))
                .isEqualTo(ProbeOutcome.broken("there: " + here));
    }

    @Test
    void other_processes_are_seen() throws IOException {
        assumeThat(Files.isDirectory(Path.of("/proc/self"))).isTrue();
        assertThat(EnvironmentProbes.processes().held()).isFalse();
    }

    @Test
    void variables_are_seen() {
        assertThat(EnvironmentProbes.environment().held()).isFalse();
    }
}

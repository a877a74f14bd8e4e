package portzero.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.SubjectUsers;

@Tag("slow")
@ExtendWith(SubjectUsers.class)
class TrialTest {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path temporary;

    @Test
    void a_program_breaks_no_promise_of_bubblewrap() throws Exception {
        assertThat(findings(Kind.BUBBLEWRAP))
                .hasSize(Promise.values().length)
                .allSatisfy(finding ->
                        assertThat(finding.held()).as(finding.toString()).isTrue());
    }

    @Test
    void a_program_breaks_no_promise_of_another_user() throws Exception {
        assertThat(findings(Kind.USER))
                .hasSize(Promise.values().length)
                .filteredOn(finding -> finding.promise().isMadeBy(Kind.USER))
                .allSatisfy(finding ->
                        assertThat(finding.held()).as(finding.toString()).isTrue());
    }

    private List<Trial.Finding> findings(Kind kind) throws IOException, SandboxUnavailableException {
        Playground.open(kind, temporary).close();
        try (var stage = Stage.create()) {
            var sandbox = Sandboxes.of(kind, JAVA_HOME, stage);
            return Trial.of(
                    sandbox,
                    JAVA_HOME,
                    stage,
                    List.of("/etc/passwd", Path.of("").toAbsolutePath().toString()));
        }
    }
}

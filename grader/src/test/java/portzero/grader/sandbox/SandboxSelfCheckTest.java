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
class SandboxSelfCheckTest {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path temporary;

    @Test
    void a_program_breaks_no_promise_of_bubblewrap() throws Exception {
        assertThat(findings(SandboxKind.BUBBLEWRAP))
                .hasSize(Guarantee.values().length)
                .allSatisfy(finding ->
                        assertThat(finding.held()).as(finding.toString()).isTrue());
    }

    @Test
    void a_program_breaks_no_promise_of_another_user() throws Exception {
        assertThat(findings(SandboxKind.USER))
                .hasSize(Guarantee.values().length)
                .filteredOn(finding -> finding.promise().isMadeBy(SandboxKind.USER))
                .allSatisfy(finding ->
                        assertThat(finding.held()).as(finding.toString()).isTrue());
    }

    private List<SandboxSelfCheck.Finding> findings(SandboxKind kind) throws IOException, SandboxUnavailableException {
        SandboxFixture.open(kind, temporary).close();
        try (var shared = SharedTempDir.create()) {
            var sandbox = Sandboxes.of(kind, JAVA_HOME, shared);
            return SandboxSelfCheck.of(
                    sandbox,
                    JAVA_HOME,
                    shared,
                    List.of("/etc/passwd", Path.of("").toAbsolutePath().toString()));
        }
    }
}

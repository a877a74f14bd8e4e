package portzero.grader.cli;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.sandbox.Sandboxes;
import portzero.grader.sandbox.SharedTempDir;

/** Skips tests where there is no sandbox, unless PORTZERO_REQUIRE says that it must be there. */
final class RequiredSandbox {

    private RequiredSandbox() {}

    static void check() throws IOException {
        try (SharedTempDir shared = SharedTempDir.create()) {
            Sandboxes.detect(Path.of(System.getProperty("java.home")), shared);
        } catch (SandboxUnavailableException missing) {
            if (System.getenv().getOrDefault("PORTZERO_REQUIRE", "").contains("sandbox")) {
                throw new AssertionError(missing.getMessage(), missing);
            }
            abort(missing.getMessage());
        }
    }
}

package portzero.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.limits.Limits;

/** Sandboxes that are killed before they have asked to be taken along when their parent dies. */
class OrphanReaperTest {

    /** One of them is nearly always enough. */
    private static final int SANDBOXES = 20;

    @TempDir
    private Path temporary = Path.of("");

    @Test
    void what_a_sandbox_leaves_that_is_killed_at_once_ends_with_the_stage() throws Exception {
        List<ProcessHandle> inside = new ArrayList<>();
        try (SandboxFixture playground = SandboxFixture.open(SandboxKind.BUBBLEWRAP, temporary)) {
            for (int started = 0; started < SANDBOXES; started++) {
                Process sandbox = new ProcessBuilder(playground.subject(Limits.DEFAULT, "wait")).start();
                inside.add(firstInside(sandbox));
                sandbox.destroyForcibly().waitFor();
            }
        }
        for (ProcessHandle process : inside) {
            assertThat(process.onExit()).as("%s", process).succeedsWithin(20, TimeUnit.SECONDS);
        }
    }

    /** What bwrap's child is, one after the other; a shell's, before bwrap, is mount. */
    private static final Pattern CHILD = Pattern.compile(".*/(bwrap|prlimit|java)");

    /** Waits for bwrap's child. */
    private static ProcessHandle firstInside(Process sandbox) throws IOException {
        Optional<ProcessHandle> child = Optional.empty();
        while (child.isEmpty()) {
            assertThat(sandbox.isAlive()).as("the sandbox").isTrue();
            child = sandbox.children()
                    .filter(one ->
                            CHILD.matcher(one.info().command().orElse("")).matches())
                    .findFirst();
        }
        return child.get();
    }
}

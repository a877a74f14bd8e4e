package portzero.grader.run.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A worker's process, with shells in its place. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
class WorkerProcessTest {

    /** Far beyond what a shell takes to end, and far below what the one takes that stays. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_process_that_has_ended_says_nothing_more_although_another_keeps_its_output_open() throws Exception {
        Path stays = folder.resolve("pid");
        Process shell = new ProcessBuilder("sh", "-c", "sleep 600 & echo $! >'" + stays + "'").start();
        try (WorkerProcess worker = new WorkerProcess(shell)) {
            assertThat(worker.next(PATIENCE)).isNull();
            assertThat(worker.hasEnded()).isTrue();
            assertThat(handle(stays).isAlive()).as("the one that keeps it open").isTrue();
        } finally {
            handle(stays).destroyForcibly();
        }
    }

    private static ProcessHandle handle(Path pid) throws Exception {
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }
}

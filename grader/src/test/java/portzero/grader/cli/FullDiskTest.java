package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.store.ResultStore;

/** Results go to a disk with room for a few of them, until somebody makes room. */
@Tag("slow")
class FullDiskTest {

    private static final int SUBMISSIONS = 6;

    /** A disk of 32 MiB, all but 80 KiB of it in use; a result takes some 20. */
    private static final String SCRIPT = """
            disk=$1 copies=$2; shift 2
            head -c $(((32 << 20) - (80 << 10))) /dev/zero > "$disk/filler"
            "$@"; echo "exit code $?"
            cp -r "$disk/results" "$copies/full"
            rm "$disk/filler"
            "$@" --resume; echo "exit code $?"
            cp -r "$disk/results" "$copies/complete"
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Timeout(600)
    void finished_results_stay_and_the_rest_follows_when_there_is_room() throws Exception {
        RequiredSandbox.check();
        String output = run();
        assertThat(output)
                .containsPattern("The result of student-\\d cannot be written: .*No space left on device; make room or "
                        + "choose another folder, and go on with --resume")
                .containsSubsequence("exit code 3", "6 results", "exit code 0")
                .doesNotContain("\tat ");
        expectSound(folder.resolve("full"), 1, SUBMISSIONS - 1);
        expectSound(folder.resolve("complete"), SUBMISSIONS, SUBMISSIONS);
    }

    private String run() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Submissions submissions = new Submissions(folder.resolve("class"));
        for (int number = 0; number < SUBMISSIONS; number++) {
            submissions.reference("student-" + number);
        }
        List<String> command = new ArrayList<>(List.of("bwrap", "--dev-bind", "/", "/"));
        if (isRoot()) {
            command.addAll(List.of("--cap-add", "ALL"));
        }
        command.addAll(List.of("--size", Integer.toString(32 << 20), "--tmpfs", disk.toString(), "--die-with-parent"));
        command.addAll(List.of("sh", "-c", SCRIPT, "sh", disk.toString(), folder.toString()));
        Path temporary = Files.createTempDirectory("portzero-full-disk-");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        command.addAll(GraderProcess.command(
                temporary, "grade", submissions.folder(), "--lab", "echo", "--out", disk.resolve("results")));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.waitFor();
        Files.delete(temporary); // fails if anything was left in it
        return Files.readString(output);
    }

    private boolean isRoot() throws IOException {
        return Files.getAttribute(folder, "unix:uid").equals(0);
    }

    private static void expectSound(Path results, int least, int most) throws Exception {
        ResultStore store = ResultStore.open(results);
        List<ResultStore.Key> keys = store.list();
        assertThat(keys).hasSizeBetween(least, most);
        for (ResultStore.Key key : keys) {
            assertThat(store.read(key).score()).isEqualTo(100);
        }
        try (Stream<Path> files = Files.walk(results)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toList()))
                    .noneMatch(name -> name.endsWith(".tmp"));
        }
    }
}

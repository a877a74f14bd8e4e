package portzero.grader.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What bwrap(1) leaves behind when it is killed in the first milliseconds of its life. Its child waits for a word from it
 * before it asks the kernel to be killed together with it ({@code PR_SET_PDEATHSIG}, prctl(2)), and then waits for ever.
 */
final class Strays {

    private Strays() {}

    /**
     * Kills every bwrap that was given a file of this folder, and so everything in the namespaces that it is process 1 of.
     * Does nothing, and costs a student who runs tests nothing, where the folder has no files for bwrap.
     *
     * @param stage the folder, whose name no other has
     */
    static void end(Path stage) {
        if (Files.notExists(stage.resolve(Bubblewrap.HOSTS))) {
            return;
        }
        ProcessHandle.allProcesses()
                .filter(process -> isSandboxOn(process, stage.getFileName().toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Not by {@link ProcessHandle.Info#arguments()}, which are cut after a page. */
    private static boolean isSandboxOn(ProcessHandle process, String stage) {
        try {
            Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            String words = Files.readString(file, StandardCharsets.ISO_8859_1);
            return words.split("\0", 2)[0].endsWith("bwrap") && words.contains("/" + stage + "/");
        } catch (IOException ended) {
            return false;
        }
    }
}

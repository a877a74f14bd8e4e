package portzero.grader.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What bwrap(1) leaves behind when it is killed in the first milliseconds of its life. Its child waits for a word from it
 * before it asks the kernel to be killed together with it ({@code PR_SET_PDEATHSIG}, prctl(2)), and then waits for ever, or
 * becomes the program that nobody ends.
 */
final class OrphanReaper {

    private OrphanReaper() {}

    /**
     * Kills every bwrap that was given a file of this folder, and the programs that such have become.
     * Does nothing, and costs a student who runs tests nothing, where the folder has no files for bwrap.
     *
     * @param stage the folder, whose name no other has
     */
    static void end(Path stage) {
        if (Files.notExists(stage.resolve(BubblewrapSandbox.HOSTS))) {
            return;
        }
        ProcessHandle.allProcesses()
                .filter(process -> isSandboxOn(process, stage.getFileName().toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /**
     * Not by {@link ProcessHandle.Info#arguments()}, which are cut after a page. What bwrap has become names no file of the
     * stage; but such files are mounted where it is, see proc_pid_mountinfo(5).
     */
    private static boolean isSandboxOn(ProcessHandle process, String stage) {
        try {
            String words = text(process, "cmdline");
            String program = words.split("\0", 2)[0];
            return (program.endsWith("bwrap") && words.contains("/" + stage + "/"))
                    || (program.startsWith(BubblewrapSandbox.INSIDE)
                            && text(process, "mountinfo").contains("/" + stage + "/"));
        } catch (IOException ended) {
            return false;
        }
    }

    private static String text(ProcessHandle process, String file) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
    }
}

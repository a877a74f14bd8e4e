package portzero.testkit.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a process sees as its files, seen from outside: the magic links of {@code /proc/PID} (proc(5)). */
public final class ProcessFileSystem {

    private ProcessFileSystem() {}

    /**
     * Where this JVM sees the root of the files that the last of a process's descendants sees; empty where both see the
     * same, as they do without a mount namespace of its own, and everywhere but on Linux.
     */
    public static Optional<Path> root(Process process) {
        Path files = last(process);
        try {
            Path theirs = Files.readSymbolicLink(files.resolve("ns/mnt"));
            Path ours = Files.readSymbolicLink(Path.of("/proc/self/ns/mnt"));
            return theirs.equals(ours) ? Optional.empty() : Optional.of(files.resolve("root"));
        } catch (IOException | UnsupportedOperationException notShown) {
            return Optional.empty();
        }
    }

    /** Where that process looks up relative paths, as it sees it itself; this JVM's folder where that is not shown. */
    public static Path workingFolder(Process process) {
        try {
            return Files.readSymbolicLink(last(process).resolve("cwd"));
        } catch (IOException | UnsupportedOperationException notShown) {
            return Path.of("").toAbsolutePath();
        }
    }

    private static Path last(Process process) {
        List<File> tree = ProcessFiles.tree(process);
        return tree.get(tree.size() - 1).toPath();
    }
}

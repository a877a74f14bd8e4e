package portzero.grader.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.grader.io.AtomicFile;

/**
 * A folder of exported files. It remembers what was written, so that the next export takes away what is no longer true, and nothing
 * else. Not thread-safe.
 */
final class ExportFolder {
    private static final String LIST = ".exported";
    private static final int MAX_ENTRIES = 1_000_000;

    private final Path folder;
    private final Set<String> written = new TreeSet<>();
    private final Set<String> before;

    private ExportFolder(Path folder, Set<String> before) {
        this.folder = folder;
        this.before = before;
    }

    /**
     * A folder for an export.
     *
     * @throws ExportException if it holds anything that no export wrote
     */
    static ExportFolder open(Path folder) throws ExportException, IOException {
        Path list = folder.resolve(LIST);
        if (Files.isRegularFile(list)) {
            try (Stream<String> lines = Files.lines(list)) {
                return new ExportFolder(
                        folder, lines.limit(MAX_ENTRIES).collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ExportException(folder + " is a file; choose a folder with --out.");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new ExportException(
                            folder + " is not empty and holds no earlier export; choose a new folder with --out.");
                }
            }
        }
        return new ExportFolder(folder, new TreeSet<>());
    }

    Path path() {
        return folder;
    }

    /** Writes a file; its path is relative to the folder. */
    void write(Path file, byte[] content) throws IOException {
        AtomicFile.writeLazily(folder.resolve(file), content);
        written.add(file.toString().replace('\\', '/'));
    }

    /** Takes away what the last export wrote and this one did not. */
    void finish() throws IOException {
        before.removeAll(written);
        for (String name : before) {
            Path stale = folder.resolve(name).normalize();
            if (stale.startsWith(folder.normalize()) && !Path.of(name).isAbsolute()) {
                Files.deleteIfExists(stale);
                removeIfEmpty(stale.getParent());
            }
        }
        List<String> lines = List.copyOf(written);
        AtomicFile.write(
                folder.resolve(LIST),
                lines.stream()
                        .map(line -> line + "\n")
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void removeIfEmpty(@Nullable Path parent) throws IOException {
        if (parent == null || parent.equals(folder.normalize()) || !Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> content = Files.list(parent)) {
            if (content.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(parent);
    }
}

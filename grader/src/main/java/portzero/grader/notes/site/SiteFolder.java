package portzero.grader.notes.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * The folder a site is written to. A list of what was written lies beside the pages; with it the next run knows that
 * the folder is its own, and which files are no longer needed.
 *
 * <p>Each file appears whole or not at all, and one that is as it should be is left alone. Files may be written by several
 * threads.
 */
public final class SiteFolder {
    private static final String LIST = ".portzero-notes";

    private final Path folder;
    private final Set<String> before;
    private final Set<String> written = new ConcurrentSkipListSet<>();
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    private SiteFolder(Path folder, Set<String> before) {
        this.folder = folder;
        this.before = before;
    }

    /**
     * Opens a folder for writing and makes it if need be.
     *
     * @throws FileAlreadyExistsException if something else is there
     */
    public static SiteFolder open(Path out) throws IOException {
        var folder = out.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new FileAlreadyExistsException(folder.toString(), null, "this is a file. Name a folder with --out.");
        }
        Files.createDirectories(folder);
        var list = folder.resolve(LIST);
        if (Files.isRegularFile(list)) {
            return new SiteFolder(folder, new TreeSet<>(Files.readAllLines(list)));
        }
        if (!isEmpty(folder)) {
            throw new FileAlreadyExistsException(
                    folder.toString(),
                    null,
                    "the folder holds files that are not of a notes site. Name an empty or a new folder with --out.");
        }
        Files.createFile(list);
        return new SiteFolder(folder, Set.of());
    }

    public void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public void copy(Path file, String name) throws IOException {
        write(name, Files.readAllBytes(file));
    }

    private void write(String name, byte[] bytes) throws IOException {
        var target = folder.resolve(name);
        if (!before.contains(name) || !holds(target, bytes)) {
            makeFolder(Objects.requireNonNull(target.getParent()));
            replace(target, bytes);
        }
        written.add(name);
    }

    private static boolean holds(Path file, byte[] bytes) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    private void makeFolder(Path parent) throws IOException {
        if (!folders.contains(parent)) {
            Files.createDirectories(parent);
            folders.add(parent);
        }
    }

    private static void replace(Path target, byte[] bytes) throws IOException {
        var temporary = target.resolveSibling(target.getFileName() + ".part");
        Files.write(temporary, bytes);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what an earlier run wrote and this one did not, and notes what is there now. */
    public void finish() throws IOException {
        for (var name : before) {
            var old = folder.resolve(name).normalize();
            if (!written.contains(name) && old.startsWith(folder)) {
                Files.deleteIfExists(old);
            }
        }
        if (!written.equals(before)) {
            var list = String.join("\n", written) + "\n";
            replace(folder.resolve(LIST), list.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}

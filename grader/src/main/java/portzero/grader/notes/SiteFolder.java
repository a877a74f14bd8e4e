package portzero.grader.notes;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder a site is written to. A list of what was written lies beside the pages; with it the next run knows that
 * the folder is its own, and which files are no longer needed.
 *
 * <p>Each file appears whole or not at all.
 */
final class SiteFolder {
    private static final String LIST = ".portzero-notes";

    private final Path folder;
    private final Set<String> before;
    private final Set<String> written = new TreeSet<>();

    private SiteFolder(Path folder, Set<String> before) {
        this.folder = folder;
        this.before = before;
    }

    /**
     * Opens a folder for writing and makes it if need be.
     *
     * @throws FileAlreadyExistsException if something else is there
     */
    static SiteFolder open(Path out) throws IOException {
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

    void write(String name, String text) throws IOException {
        var temporary = temporary();
        Files.writeString(temporary, text);
        move(temporary, name);
    }

    void copy(Path file, String name) throws IOException {
        var temporary = temporary();
        Files.copy(file, temporary, StandardCopyOption.REPLACE_EXISTING);
        move(temporary, name);
    }

    /** Removes what an earlier run wrote and this one did not, and notes what is there now. */
    void finish() throws IOException {
        for (var name : before) {
            var old = folder.resolve(name).normalize();
            if (!written.contains(name) && old.startsWith(folder)) {
                Files.deleteIfExists(old);
            }
        }
        var temporary = temporary();
        Files.write(temporary, written);
        Files.move(temporary, folder.resolve(LIST), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path temporary() {
        return folder.resolve(LIST + ".part");
    }

    private void move(Path temporary, String name) throws IOException {
        var target = folder.resolve(name);
        var parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        written.add(name);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}

package portzero.grader.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A temporary folder whose files every user can read, for what subjects are to see: a subject of a
 * grader that runs as root is another user, to whom root's home is closed.
 *
 * <p>Close it when the last subject has ended; that deletes the folder, and ends those that were lost.
 */
public final class SharedTempDir implements AutoCloseable {
    private static final String PREFIX = "portzero-stage-";
    private static final Pattern OWNER = Pattern.compile(PREFIX + "(\\d{1,18})-.*");

    private final Path folder;

    /** Writes a file. */
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    private SharedTempDir(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder.
     *
     * @throws IOException when the folder for temporary files cannot be written to
     */
    public static SharedTempDir create() throws IOException {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        sweep(temporary);
        var folder = Files.createTempDirectory(
                temporary, PREFIX + ProcessHandle.current().pid() + "-");
        permit(folder, "rwxr-xr-x");
        var shared = new SharedTempDir(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(shared::discard, "stage")); // for Ctrl-C; else closed before
        return shared;
    }

    /** Does what {@link #close} does for graders that were killed before they could. */
    private static void sweep(Path temporary) throws IOException {
        try (var folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (var folder : folders) {
                var owner = OWNER.matcher(folder.getFileName().toString());
                if (owner.matches()
                        && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty()) {
                    new SharedTempDir(folder).discard();
                }
            }
        }
    }

    private void discard() {
        try {
            close();
        } catch (IOException | UncheckedIOException another) {
            // It belongs to another user, or another grader is deleting it: either will see to it.
        }
    }

    /** Copies a file into the folder under its own name, and says where it is. */
    public Path copy(Path file) throws IOException {
        var copy = folder.resolve(file.getFileName().toString());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        permit(copy, "rw-r--r--");
        return copy;
    }

    /** Has a file written in the folder, and says where it is. */
    public Path add(String name, Content content) throws IOException {
        var file = folder.resolve(name);
        content.writeTo(file);
        permit(file, "rw-r--r--");
        return file;
    }

    /** Makes a folder in the folder, unless it is there, which everyone may pass through and nobody else may list. */
    Path folder(String name) throws IOException {
        var made = Files.createDirectories(folder.resolve(name));
        permit(made, "rwx--x--x");
        return made;
    }

    /** Makes a folder in the folder to which every user may write; for trusted programs of another user. */
    public Path sharedFolder(String name) throws IOException {
        var made = Files.createDirectories(folder.resolve(name));
        permit(made, "rwxrwxrwx");
        return made;
    }

    /** Writes a file in the folder, and says where it is. */
    Path write(String name, byte[] content) throws IOException {
        return add(name, file -> Files.write(file, content));
    }

    /** Writes a file in the folder, and says where it is. */
    Path write(String name, List<String> lines) throws IOException {
        var file = folder.resolve(name);
        Files.write(file, lines, StandardCharsets.US_ASCII);
        permit(file, "rw-r--r--");
        return file;
    }

    private static void permit(Path path, String permissions) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }

    /** Ends what is left of the subjects, and deletes the folder. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        OrphanReaper.end(folder);
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

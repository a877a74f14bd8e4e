package portzero.grader.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;

/**
 * A temporary folder whose files every user can read, for what subjects are to see: a subject of a
 * grader that runs as root is another user, to whom root's home is closed.
 *
 * <p>Close it when the last subject has ended; that deletes the folder.
 */
public final class Stage implements AutoCloseable {
    private final Path folder;

    /** Writes a file. */
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    private Stage(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder.
     *
     * @throws IOException when the folder for temporary files cannot be written to
     */
    public static Stage create() throws IOException {
        var folder = Files.createTempDirectory("portzero-stage-");
        permit(folder, "rwxr-xr-x");
        return new Stage(folder);
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

    @Override
    public void close() throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

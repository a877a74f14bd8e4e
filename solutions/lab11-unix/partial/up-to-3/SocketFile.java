package portzero.unix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file that a bind has made: its owner's, and deleted as long as it is still the same one. */
final class SocketFile {

    private final Path path;
    private final @Nullable Object key;

    private SocketFile(Path path, @Nullable Object key) {
        this.path = path;
        this.key = key;
    }

    /** Takes the file that a bind has just made. */
    static SocketFile take(Path path) throws IOException {
        return new SocketFile(path, attributes(path).fileKey());
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Deletes the file, unless it is gone or another one is in its place. Call it before the listener is closed: until then the
     * system gives the key to no other file.
     */
    void delete() throws IOException {
        try {
            if (Objects.equals(attributes(path).fileKey(), key)) {
                Files.delete(path);
            }
        } catch (NoSuchFileException gone) {
            // Somebody has deleted it, which is what was to be done.
        }
    }
}

package portzero.unix;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
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

    /** @throws IOException if the path is longer than the address of a socket may be */
    static void requireShort(Path path) throws IOException {
        int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > Server.LONGEST_PATH) {
            throw new IOException("The path of a socket may have " + Server.LONGEST_PATH + " bytes, but " + path
                    + " has " + length + "; choose a shorter folder or name");
        }
    }

    /**
     * Deletes what a dead server has left at a path.
     *
     * @throws IOException if something is there that must stay
     */
    static void makeWay(Path path) throws IOException {
        Files.deleteIfExists(path);
    }

    private static boolean isAlive(Path path) throws IOException {
        try (SocketChannel question = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return question.isOpen();
        } catch (ConnectException refused) {
            return false;
        }
    }

    /** Takes the file that a bind has just made. */
    static SocketFile take(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
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

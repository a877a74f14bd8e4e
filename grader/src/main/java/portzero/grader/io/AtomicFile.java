package portzero.grader.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Writes whole files: a reader, and a program started after a power cut, sees the old content or the
 * new, never a part.
 */
public final class AtomicFile {
    private static final String PREFIX = ".writing-";
    private static final String SUFFIX = ".tmp";
    private static final AtomicLong COUNT = new AtomicLong();

    private AtomicFile() {}

    /** Replaces the file's content, and is back only when the disk has it. */
    public static void write(Path file, byte[] content) throws IOException {
        replace(file, content, true);
    }

    /** The same without waiting for the disk, for what can be made again. */
    public static void writeLazily(Path file, byte[] content) throws IOException {
        replace(file, content, false);
    }

    private static void replace(Path file, byte[] content, boolean force) throws IOException {
        Path folder = folderOf(file);
        Files.createDirectories(folder);
        // Same folder, because a move across file systems is not atomic.
        Path temporary =
                folder.resolve(PREFIX + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + SUFFIX);
        try {
            fill(temporary, content, force);
            move(temporary, file);
        } catch (AccessDeniedException named) {
            throw temporary.toString().equals(named.getFile()) ? new AccessDeniedException(folder.toString()) : named;
        } catch (FileSystemException named) {
            throw temporary.toString().equals(named.getFile())
                    ? new FileSystemException(folder.toString(), null, named.getReason())
                    : named;
        } catch (IOException failed) {
            // A disk that is full does not say for which file.
            throw new FileSystemException(file.toString(), null, failed.getMessage());
        } finally {
            Files.deleteIfExists(temporary);
        }
        if (force) {
            forceFolder(folder);
        }
    }

    private static void fill(Path file, byte[] content, boolean force) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (force) {
                channel.force(true);
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // Some network shares; the file itself is whole all the same.
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the new name last; Windows opens no folders, and does not need it. */
    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    /** Removes what writers that were killed left in a folder. */
    public static void removeLeftovers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(AtomicFile::isLeftover).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    public static boolean isLeftover(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("file must be in a folder but was " + file);
        }
        return folder;
    }
}

package portzero.grader.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write to a folder of results, which one program has at a time.
 *
 * <p>The operating system takes it back from a program that ends, however it ends. The file that stands for it stays:
 * deleting it would let two programs lock two files of the same name.
 */
public final class ResultsLock implements AutoCloseable {
    private static final String NAME = ".lock";

    /** Far behind what is in the file: on Windows nobody else can read what is locked. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final Path folder;
    private final FileChannel channel;

    private ResultsLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the right to a folder for results: a new one, an empty one, or one that has results already.
     *
     * @throws ResultsException if another program has it, or the folder cannot be written or holds something else
     */
    public static ResultsLock create(Path folder) throws ResultsException {
        ResultsFolder.claim(folder);
        return take(folder);
    }

    /**
     * Takes the right to a folder that has results in it.
     *
     * @throws ResultsException if another program has it, or there are none
     */
    public static ResultsLock open(Path folder) throws ResultsException {
        ResultsFolder.requireResults(folder);
        return take(folder);
    }

    private static ResultsLock take(Path folder) throws ResultsException {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isFree(channel)) {
                channel.close();
                throw new ResultsException(folder + " is in use by another grader" + owner(folder)
                        + ". Wait until it is done, or choose another folder.");
            }
            sign(channel);
            return new ResultsLock(folder, channel);
        } catch (IOException e) {
            throw new ResultsException(
                    folder + " cannot be locked: " + e.getMessage()
                            + ". Choose a folder that you may write to, on a disk with room, of this machine.",
                    e);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(PLACE, 1, false) != null;
        } catch (OverlappingFileLockException another) {
            return false; // in this program
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        String process = Long.toString(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String owner(Path folder) {
        try {
            String process = Files.readString(folder.resolve(NAME), StandardCharsets.US_ASCII);
            return process.matches("[0-9]{1,18}") ? " (process " + process + ")" : "";
        } catch (IOException unknown) {
            return "";
        }
    }

    static boolean isLock(Path file) {
        return file.endsWith(NAME);
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** Gives the right back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException closedAllTheSame) {
            return;
        }
    }
}

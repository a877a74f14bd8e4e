package portzero.testkit.kernel;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The files of one protocol's sockets, read a row at a time. */
final class SocketFile {

    /** More than the kernel hands over at a time; a longer table takes several reads. */
    private static final int ROOM = 1 << 16;

    private final List<Path> files;

    SocketFile(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** Whether this system shows the first of them. */
    boolean isVisible() {
        return Files.isReadable(files.get(0));
    }

    /** Shows each row to somebody until one is taken; says whether one was. False where there is no table. */
    boolean any(Predicate<SocketRow> taker) {
        return files.stream().filter(Files::isReadable).anyMatch(file -> any(file, taker));
    }

    private static boolean any(Path file, Predicate<SocketRow> taker) {
        try (InputStream in = new FileInputStream(file.toFile())) { // which has no overhead beside the system calls
            return any(in, taker);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static boolean any(InputStream in, Predicate<SocketRow> taker) throws IOException {
        byte[] bytes = new byte[ROOM];
        SocketRow row = new SocketRow(bytes);
        boolean heading = true;
        int length = 0;
        for (int read = in.read(bytes); read > 0; read = in.read(bytes, length, ROOM - length)) {
            length += read;
            int begin = 0;
            for (int end = lineEnd(bytes, 0, length); end >= 0; end = lineEnd(bytes, begin, length)) {
                if (!heading) {
                    row.moveTo(begin, end);
                    if (taker.test(row)) {
                        return true;
                    }
                }
                heading = false;
                begin = end + 1;
            }
            length -= begin;
            System.arraycopy(bytes, begin, bytes, 0, length);
        }
        return false;
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}

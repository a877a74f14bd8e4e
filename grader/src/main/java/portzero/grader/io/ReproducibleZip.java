package portzero.grader.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Zip archives whose bytes depend on what is in them and on nothing else: entries are sorted and have one and the same time. */
public final class ReproducibleZip {
    /** A zip has local times without a zone, so that this one is the same everywhere. */
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private static final int PROGRAM = 0_100_755;
    private static final int FILE = 0_100_644;

    private ReproducibleZip() {}

    /** An archive of files by their paths, which have {@code /} between folders. */
    public static byte[] of(Map<String, byte[]> files) throws IOException {
        return of(files, Set.of());
    }

    /**
     * The same.
     *
     * @param programs the paths of those that may be run
     */
    public static byte[] of(Map<String, byte[]> files, Set<String> programs) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                var entry = new ZipArchiveEntry(file.getKey());
                entry.setTimeLocal(TIME);
                entry.setUnixMode(programs.contains(file.getKey()) ? PROGRAM : FILE);
                zip.putArchiveEntry(entry);
                zip.write(file.getValue());
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}

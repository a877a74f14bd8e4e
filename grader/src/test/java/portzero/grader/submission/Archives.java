package portzero.grader.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import portzero.grader.limits.Limits;

/** Builds archives, honest and hostile ones, and reads them. */
public final class Archives {
    /** Writes one entry after another. */
    public interface Content<T> {
        void writeTo(T archive) throws IOException;
    }

    private Archives() {}

    public static Path zip(Path file, Content<ZipArchiveOutputStream> content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            content.writeTo(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return write(file, bytes.toByteArray());
    }

    /** Names, each followed by its text. */
    public static Path zip(Path file, String... namesAndTexts) {
        return zip(file, zip -> {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                add(zip, namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    public static void add(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(content);
        zip.closeArchiveEntry();
    }

    public static void link(ZipArchiveOutputStream zip, String name, String target) throws IOException {
        var entry = new ZipArchiveEntry(name);
        entry.setUnixMode(UnixStat.LINK_FLAG | 0777);
        zip.putArchiveEntry(entry);
        zip.write(target.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    public static Path tarGz(Path file, Content<TarArchiveOutputStream> content) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            tar(gzip, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return write(file, bytes.toByteArray());
    }

    static Path tar(Path file, Content<TarArchiveOutputStream> content) {
        var bytes = new ByteArrayOutputStream();
        try {
            tar(bytes, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return write(file, bytes.toByteArray());
    }

    private static void tar(OutputStream out, Content<TarArchiveOutputStream> content) throws IOException {
        try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            content.writeTo(tar);
        }
    }

    public static void add(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    public static void special(TarArchiveOutputStream tar, String name, byte type, String target) throws IOException {
        var entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    public static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static SubmittedFiles read(Path source) throws IOException, RejectedException {
        return SubmissionReader.read(List.of(SubmittedEntry.of(source)), Limits.DEFAULT);
    }
}

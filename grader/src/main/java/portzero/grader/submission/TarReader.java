package portzero.grader.submission;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import portzero.grader.limits.LimitSetting;

/** Takes in a tar archive, compressed with gzip or plain, as a stream. */
final class TarReader {
    /** POSIX.1-1988: the magic field of the first header. */
    private static final int MAGIC_AT = 257;

    private static final byte[] MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);

    private TarReader() {}

    static boolean isTar(byte[] content) {
        return content.length > MAGIC_AT + MAGIC.length
                && Arrays.equals(content, MAGIC_AT, MAGIC_AT + MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    static void readCompressed(byte[] content, SubmissionCollector intake) throws RejectedException {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(content))) {
            read(stream, content.length, intake);
        } catch (IOException e) {
            throw intake.damaged();
        }
    }

    static void read(byte[] content, SubmissionCollector intake) throws RejectedException {
        read(new ByteArrayInputStream(content), content.length, intake);
    }

    private static void read(InputStream stream, int packed, SubmissionCollector intake) throws RejectedException {
        try (var tar = new TarArchiveInputStream(new Metered(stream, packed, intake), "UTF-8")) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                take(tar, entry, intake);
            }
        } catch (OverLimit e) {
            throw e.rejection;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw intake.damaged();
        }
    }

    private static void take(TarArchiveInputStream tar, TarArchiveEntry entry, SubmissionCollector intake)
            throws IOException, RejectedException {
        if (EntryName.isLitter(entry.getName())) {
            intake.litter();
            return;
        }
        intake.entry();
        if (EntryName.isOdd(entry.getName())) {
            intake.other(entry.getName());
            return;
        }
        var path = EntryName.checked(intake.name(), entry.getName());
        var kind = kind(entry);
        if (!kind.isEmpty()) {
            intake.special(path, kind);
            return;
        }
        if (entry.isDirectory()) {
            return;
        }
        intake.file(path, entry.getSize());
        if (EntryName.isSource(path)) {
            intake.source(path, tar);
        } else {
            intake.other(path, () -> tar, intake.limits().of(LimitSetting.SUBMISSION_SIZE));
        }
    }

    private static String kind(TarArchiveEntry entry) {
        if (entry.isSymbolicLink()) {
            return "a symbolic link";
        }
        if (entry.isLink()) {
            return "a hard link";
        }
        return entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO() ? "a device" : "";
    }

    /** Carries a rejection through a library that lets only I/O errors pass. */
    private static final class OverLimit extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient RejectedException rejection;

        OverLimit(RejectedException rejection) {
            super(rejection);
            this.rejection = rejection;
        }
    }

    /** Counts what comes out of the decompressor, whatever sizes the headers claim. */
    private static final class Metered extends FilterInputStream {
        private final int packed;
        private final SubmissionCollector intake;
        private long count;

        Metered(InputStream in, int packed, SubmissionCollector intake) {
            super(in);
            this.packed = packed;
            this.intake = intake;
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            meter(Math.max(0, read));
            return read;
        }

        /** Skipping is reading, or a skipped entry would not be counted. */
        @Override
        public long skip(long length) throws IOException {
            return Math.max(0, read(new byte[(int) Math.min(length, 8192)]));
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void meter(int read) throws IOException {
            count += read;
            // What is kept is counted by itself; this is for what has to be read on the way to it.
            if (count > SubmissionCollector.MOST_LITTER * intake.limits().of(LimitSetting.SUBMISSION_SIZE)) {
                throw new OverLimit(intake.tooLarge());
            }
            if (intake.isTooDense(count, packed)) {
                throw new OverLimit(intake.tooDense());
            }
        }
    }
}

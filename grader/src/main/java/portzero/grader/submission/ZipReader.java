package portzero.grader.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import portzero.grader.limits.LimitSetting;
import portzero.grader.text.DisplayName;

/**
 * Takes in a zip archive by its central directory, which is where links show; only source files are
 * ever decompressed.
 */
final class ZipReader {
    /** {@code PK\1\2} begins each record of the central directory; APPNOTE.TXT 4.3.12. */
    private static final byte[] RECORD = {'P', 'K', 1, 2};

    /** What the library can decompress by itself; for others, such as Zstandard, it would look for more libraries. */
    private static final Set<ZipMethod> READABLE = EnumSet.of(
            ZipMethod.STORED,
            ZipMethod.DEFLATED,
            ZipMethod.ENHANCED_DEFLATED,
            ZipMethod.BZIP2,
            ZipMethod.IMPLODING,
            ZipMethod.UNSHRINKING);

    private ZipReader() {}

    static void read(byte[] archive, SubmissionCollector intake) throws RejectedException {
        var content = ZipDirectory.withoutLitter(archive, intake);
        requireFewRecords(content, intake);
        try (var zip = ZipFile.builder()
                .setByteArray(content)
                .setCharset(StandardCharsets.UTF_8)
                .get()) {
            for (var entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                take(zip, entry, content.length, intake);
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw intake.damaged();
        }
    }

    /** Before the directory is read, which takes a kilobyte of memory for each record. */
    private static void requireFewRecords(byte[] content, SubmissionCollector intake) throws RejectedException {
        for (int i = 0; i + RECORD.length <= content.length; i++) {
            if (content[i] == RECORD[0]
                    && content[i + 1] == RECORD[1]
                    && content[i + 2] == RECORD[2]
                    && content[i + 3] == RECORD[3]) {
                intake.record();
            }
        }
    }

    private static void take(ZipFile zip, ZipArchiveEntry entry, int packed, SubmissionCollector intake)
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
        if (entry.isUnixSymlink()) {
            intake.special(path, "a symbolic link");
            return;
        }
        if (entry.isDirectory()) {
            return;
        }
        intake.file(path, entry.getSize());
        intake.requireDensity(packed);
        if (!EntryName.isSource(path)) {
            other(zip, entry, path, intake);
            return;
        }
        requireReadable(zip, entry, path);
        try (var stream = zip.getInputStream(entry)) {
            intake.source(path, stream);
        }
    }

    private static void other(ZipFile zip, ZipArchiveEntry entry, String path, SubmissionCollector intake)
            throws IOException, RejectedException {
        if (!EntryName.isArchive(path) || !isReadable(zip, entry)) {
            intake.other(path);
            return;
        }
        try (var stream = zip.getInputStream(entry)) {
            intake.other(path, () -> stream, intake.limits().of(LimitSetting.SUBMISSION_SIZE));
        }
    }

    private static boolean isReadable(ZipFile zip, ZipArchiveEntry entry) {
        return !entry.getGeneralPurposeBit().usesEncryption()
                && READABLE.contains(ZipMethod.getMethodByCode(entry.getMethod()))
                && zip.canReadEntryData(entry);
    }

    private static void requireReadable(ZipFile zip, ZipArchiveEntry entry, String path) throws RejectedException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new RejectedException(DisplayName.name(path) + " is encrypted: make the archive without a password.");
        }
        if (!isReadable(zip, entry)) {
            throw new RejectedException(DisplayName.name(path)
                    + " is compressed in a way that is not understood: make a plain .zip with deflate.");
        }
    }
}

package portzero.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import portzero.grader.text.DisplayName;

/** Takes in an archive, of whatever kind its first bytes say. */
final class ArchiveReader {
    private ArchiveReader() {}

    static void read(Path archive, SubmissionCollector intake) throws IOException, RejectedException {
        read(content(archive, intake), intake);
    }

    static void read(byte[] content, SubmissionCollector intake) throws RejectedException {
        switch (FileSignature.of(content)) {
            case ZIP, EMPTY_ZIP -> ZipReader.read(content, intake);
            case GZIP -> TarReader.readCompressed(content, intake);
            default -> {
                if (!TarReader.isTar(content)) {
                    throw notAnArchive(content, intake);
                }
                TarReader.read(content, intake);
            }
        }
    }

    private static byte[] content(Path archive, SubmissionCollector intake) throws IOException, RejectedException {
        var most = (int) intake.mostPacked();
        try (var stream = Files.newInputStream(archive, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            var content = stream.readNBytes(most + 1);
            if (content.length > most) {
                throw intake.tooLarge();
            }
            return content;
        }
    }

    private static RejectedException notAnArchive(byte[] content, SubmissionCollector intake) {
        return new RejectedException(DisplayName.name(intake.name()) + " is not a zip archive ("
                + FileSignature.describe(content) + "); hand in a .zip or .tar.gz with the .java files of the lab.");
    }
}

package portzero.grader.submission;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import portzero.grader.limits.Limits;
import portzero.grader.text.DisplayName;

/** Opens submissions. Stateless. */
public final class SubmissionReader {
    private SubmissionReader() {}

    /**
     * Reads a submission into memory, within the limits.
     *
     * @param entries folders, archives and loose files that it consists of
     * @throws RejectedException when it is not a submission that could be graded
     * @throws IOException when the file system fails, which is no fault of the student's
     */
    public static SubmittedFiles read(List<SubmittedEntry> entries, Limits limits)
            throws IOException, RejectedException {
        var intake =
                new SubmissionCollector(entries.size() == 1 ? entries.get(0).name() : "The submission", limits);
        try {
            if (entries.size() == 1 && !EntryName.isSource(entries.get(0).name())) {
                readOnly(entries.get(0).source(), intake);
            } else {
                for (var entry : entries) {
                    readOneOfSeveral(entry, intake);
                }
                intake.openInner();
            }
        } catch (AccessDeniedException unreadable) {
            throw new RejectedException(DisplayName.name(intake.name()) + " cannot be read: permission is denied on "
                    + DisplayName.name(where(unreadable)) + ".");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError unforeseen) {
            throw intake.damaged(); // nobody else's doing: the same bytes would do it again
        }
        return intake.finish();
    }

    private static void readOnly(Path source, SubmissionCollector intake) throws IOException, RejectedException {
        if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
            FolderReader.read(source, intake);
            intake.openInner(); // platforms make a folder around whatever was handed in
        } else {
            ArchiveReader.read(source, intake);
        }
        intake.openInner();
    }

    /** Whatever is no source file and can be left out is left out. */
    private static void readOneOfSeveral(SubmittedEntry entry, SubmissionCollector intake)
            throws IOException, RejectedException {
        var source = entry.source();
        if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
            FolderReader.read(source, intake);
            return;
        }
        intake.entry();
        var path = EntryName.isOdd(entry.name()) ? entry.name() : EntryName.checked(intake.name(), entry.name());
        try (var content = Files.newInputStream(source, LinkOption.NOFOLLOW_LINKS)) {
            if (EntryName.isSource(path)) {
                intake.file(path, 0);
                intake.source(path, content);
            } else {
                intake.other(path, () -> content, intake.mostPacked());
            }
        }
    }

    private static String where(AccessDeniedException unreadable) {
        var file = String.valueOf(unreadable.getFile());
        return file.substring(file.lastIndexOf('/') + 1);
    }
}

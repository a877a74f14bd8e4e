package portzero.grader.submission;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import portzero.grader.limits.Limits;
import portzero.grader.text.DisplayName;

/** Opens submissions. Stateless. */
public final class SubmissionReader {
    private SubmissionReader() {}

    /**
     * Reads a submission into memory, within the limits.
     *
     * @throws RejectedException when it is not a submission that could be graded
     * @throws IOException when the file system fails, which is no fault of the student's
     */
    public static SubmittedFiles read(Submission submission, Limits limits) throws IOException, RejectedException {
        var source = submission.source();
        var intake = new SubmissionCollector(submission.entryName(), limits);
        try {
            if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
                FolderReader.read(source, intake);
            } else {
                ArchiveReader.read(source, intake);
            }
        } catch (AccessDeniedException unreadable) {
            throw new RejectedException(DisplayName.name(intake.name()) + " cannot be read: permission is denied on "
                    + DisplayName.name(where(unreadable)) + ".");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError unforeseen) {
            throw intake.damaged(); // nobody else's doing: the same bytes would do it again
        }
        return intake.finish();
    }

    private static String where(AccessDeniedException unreadable) {
        var file = String.valueOf(unreadable.getFile());
        return file.substring(file.lastIndexOf('/') + 1);
    }
}

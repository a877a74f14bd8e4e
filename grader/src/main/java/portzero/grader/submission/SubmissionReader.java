package portzero.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import portzero.grader.limits.Limits;

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
        var intake = new Intake(submission.entryName(), limits);
        if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
            FolderReader.read(source, intake);
        } else {
            ArchiveReader.read(source, intake);
        }
        return intake.finish();
    }
}

package portzero.grader.run.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import portzero.grader.compile.Compiler;
import portzero.grader.limits.Limits;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.SubmissionPaths;
import portzero.grader.submission.RejectedException;
import portzero.grader.submission.SelectedFiles;
import portzero.grader.submission.SubmittedFiles;
import portzero.grader.suite.Suite;

/** Says what would be graded of a submission, by the code that does it when it is graded. Not thread-safe. */
public final class SubmissionPreview {
    private final Suite suite;
    private final SubmissionCompiler compiler;

    /**
     * A preview for one lab.
     *
     * @param suite its tests are not needed, its contract is
     */
    public SubmissionPreview(Suite suite) {
        this.suite = suite;
        compiler = new SubmissionCompiler(suite, Limits.DEFAULT, Set.of());
    }

    /**
     * The source files of a folder or an archive.
     *
     * @throws RejectedException if it is nothing that could be graded
     */
    public SubmittedFiles read(Path source) throws IOException, RejectedException {
        return compiler.read(job(source));
    }

    /**
     * Those of them that would be graded.
     *
     * @throws RejectedException if none would, or it is not clear which
     */
    public SelectedFiles select(SubmittedFiles submitted) throws RejectedException {
        return compiler.select(submitted);
    }

    /** Reads and compiles a folder or an archive. */
    public CompiledSubmission compile(Path source) {
        return compiler.prepare(job(source));
    }

    private Job job(Path source) {
        return new Job(
                suite.lab().id(),
                "me",
                "me",
                List.of(Job.Layer.of(SubmissionPaths.text(source))),
                Compiler.RELEASE,
                List.of(),
                null);
    }
}

package portzero.grader.run.coordinator;

import portzero.grader.result.Result;
import portzero.grader.run.protocol.Job;

/** Takes results as they come, from several threads at once. */
public interface ResultSink {

    /** A submission was graded, rejected, or could not be graded. */
    void graded(Job job, Result result);

    /** The result that was known still holds. */
    void unchanged(Job job);
}
